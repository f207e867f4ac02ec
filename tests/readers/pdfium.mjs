// What PDFium reads, page by page. The package gives no positions, so its module is asked directly.
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { inBody } from './protocol.mjs';
import { versionOf } from './versions.mjs';

const library = await PDFiumLibrary.init();

export async function read(bytes, bodies) {
  const document = await library.loadDocument(bytes);
  try {
    const pages = [];
    for (const page of document.pages()) pages.push(textOf(page, bodies?.[page.number]));
    return { version: versionOf('@hyzyla/pdfium'), pages };
  } finally {
    document.destroy();
  }
}

function textOf(page, body) {
  const pdfium = page.module;
  const text = pdfium._FPDFText_LoadPage(page.pageIdx);
  const origin = pdfium.wasmExports.malloc(16);
  try {
    let said = '';
    const count = pdfium._FPDFText_CountChars(text);
    for (let index = 0; index < count; index++) {
      const character = pdfium._FPDFText_GetUnicode(text, index);
      const isPlaced = pdfium._FPDFText_GetCharOrigin(text, index, origin, origin + 8);
      const y = new DataView(pdfium.HEAPU8.buffer).getFloat64(origin + 8, true);
      const isGenerated = pdfium._FPDFText_IsGenerated(text, index) === 1;
      if (character !== 0 && (isGenerated || !isPlaced || inBody(body, y))) said += String.fromCharCode(character);
    }
    return said;
  } finally {
    pdfium.wasmExports.free(origin);
    pdfium._FPDFText_ClosePage(text);
  }
}
