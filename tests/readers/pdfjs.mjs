// What pdf.js reads: the text of each page, of each marked-content sequence, and in the order of the structure tree.
import { getDocument, version } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { inBody } from './protocol.mjs';

// Elements that stand within a line; all others begin a new one.
const inline = new Set(['Span', 'Quote', 'Link', 'Reference', 'Code', 'Annot', 'BibEntry', 'Lbl', 'Em', 'Strong', 'Sub', 'Ruby', 'RB', 'RT', 'RP', 'NonStruct', 'Private']);

export async function read(bytes, bodies) {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, disableFontFace: true, isEvalSupported: false, verbosity: 0 });
  const document = await task.promise;
  try {
    const pages = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const body = bodies?.[number - 1];
      const plain = await page.getTextContent();
      const text = plain.items.filter((item) => inBody(body, item.transform[5])).map(spoken).join('');
      const marked = contentByMark(await page.getTextContent({ includeMarkedContent: true }));
      const lines = [];
      const tree = await page.getStructTree();
      if (tree) say(tree, marked, lines);
      pages.push({ text, marks: Object.fromEntries([...marked].map(([id, said]) => [id.slice(id.indexOf('_mc') + 3), said])), structure: lines.join('') });
    }
    return { version, pages };
  } finally {
    await task.destroy();
  }
}

function spoken(item) {
  return item.str + (item.hasEOL ? '\n' : '');
}

function contentByMark(content) {
  const marked = new Map();
  const open = [];
  for (const item of content.items) {
    if (item.type === 'beginMarkedContentProps' || item.type === 'beginMarkedContent') {
      open.push(item.id ?? null);
    } else if (item.type === 'endMarkedContent') {
      open.pop();
    } else {
      const id = open.findLast((mark) => mark !== null);
      if (id !== undefined) marked.set(id, (marked.get(id) ?? '') + spoken(item));
    }
  }
  return marked;
}

function say(node, marked, lines) {
  const isBlock = !inline.has(node.role);
  if (isBlock) lines.push('\n');
  for (const child of node.children ?? []) {
    if (child.type === 'content') lines.push(marked.get(child.id) ?? '');
    else if (child.role) say(child, marked, lines);
  }
  if (isBlock) lines.push('\n');
}
