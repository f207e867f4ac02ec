// Run in a chapter: what Chromium tells assistive technology of it, an element a line: its role, its name, its language where that changes.
() => {
  const lines = [];
  visit(document.documentElement, 0, '');
  return lines.join('\n');

  function visit(element, depth, language) {
    const own = element.getAttribute('lang') ?? language;
    const role = element.computedRole;
    const isSaid = role && !['generic', 'none', 'presentation'].includes(role);
    const isChanged = own !== language;
    let inner = depth;
    if (isSaid || isChanged) {
      lines.push('  '.repeat(depth) + [isSaid ? role : 'text', levelOf(element), nameOf(element, role), isChanged ? `lang=${own}` : ''].filter((part) => part !== '').join(' '));
      inner++;
    }
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) say(child.data, inner);
      else if (child.nodeType === Node.ELEMENT_NODE && !['head', 'math'].includes(child.localName)) visit(child, inner, own);
      else if (child.localName === 'math') lines.push('  '.repeat(inner) + `math "${child.getAttribute('alttext') ?? ''}"`);
    }
  }

  function say(words, depth) {
    const folded = words.replace(/\s+/g, ' ').trim();
    if (folded !== '') lines.push('  '.repeat(depth) + `"${folded}"`);
  }

  function levelOf(element) {
    return /^h[1-6]$/.test(element.localName) ? element.localName.slice(1) : '';
  }

  // Names that only repeat what stands below are left out.
  function nameOf(element, role) {
    const name = element.computedName;
    const isOwn = element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby') || element.hasAttribute('title') || element.localName === 'img' || ['table', 'figure'].includes(role);
    return name && isOwn ? `"${name}"` : '';
  }
}
