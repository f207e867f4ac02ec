// Run in a chapter: the words that cannot be seen there, one a line. The ground is the page's; words of the same colour, beyond the edge where
// nothing scrolls, or without any size are lost.
(ground) => {
  const lost = [];
  const width = document.documentElement.clientWidth;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.data.trim() === '') continue;
    const element = node.parentElement;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
    const words = node.data.trim().slice(0, 40);
    if (boxes.length === 0) lost.push(`nothing is drawn of "${words}"`);
    else if (boxes.some((box) => box.left < -1 || box.right > width + 1) && !scrolls(element)) lost.push(`"${words}" is cut off`);
    const contrast = ratio(luminance(colorOf(element)), luminance(groundOf(element)));
    if (contrast < 4.5) lost.push(`"${words}" has a contrast of ${contrast.toFixed(1)}`);
  }
  return lost;

  function scrolls(element) {
    for (let up = element; up; up = up.parentElement) {
      if (['auto', 'scroll'].includes(getComputedStyle(up).overflowX) && up !== document.documentElement && up !== document.body) return true;
    }
    return false;
  }

  function colorOf(element) {
    return channels(getComputedStyle(element).color);
  }

  function groundOf(element) {
    const over = [];
    for (let up = element; up; up = up.parentElement) over.push(channels(getComputedStyle(up).backgroundColor));
    return over.reverse().reduce((below, [r, g, b, a]) => [r, g, b].map((value, i) => value * a + below[i] * (1 - a)), ground);
  }

  function channels(color) {
    const [r, g, b, a = 1] = color.match(/[\d.]+/g).map(Number);
    return [r, g, b, a];
  }

  function luminance([r, g, b]) {
    const [x, y, z] = [r, g, b].map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  }

  function ratio(a, b) {
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }
}
