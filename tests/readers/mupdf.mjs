// What MuPDF reads, page by page.
import * as mupdf from 'mupdf';
import { inBody } from './protocol.mjs';
import { versionOf } from './versions.mjs';

export async function read(bytes, bodies) {
  const document = mupdf.Document.openDocument(bytes, 'application/pdf');
  try {
    const pages = [];
    for (let index = 0; index < document.countPages(); index++) {
      const page = document.loadPage(index);
      const [, top, , bottom] = page.getBounds();
      pages.push(textOf(page.toStructuredText('preserve-whitespace'), bodies?.[index], bottom - top));
      page.destroy();
    }
    return { version: versionOf('mupdf'), pages };
  } finally {
    document.destroy();
  }
}

function textOf(structured, body, height) {
  let said = '';
  structured.walk({
    onChar(character, origin) {
      if (inBody(body, height - origin[1])) said += character;
    },
    endLine() {
      said += '\n';
    },
  });
  structured.destroy();
  return said;
}
