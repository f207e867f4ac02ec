// With which words of the running text every page of a PDF begins, and how it ends, as PDFium reads it: artifacts, figures, captions, notes,
// contents and formulas left out. Labels are terms as well as the numbers of lists, so the beginning comes with and without them.
// Request: {"file": path}. Answer: {"file", "reader", "version", "pages": [{"label", "begins", "beginsUnlabelled", "ends"}]}.
import { readFile } from 'node:fs/promises';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { serve } from './protocol.mjs';
import { versionOf } from './versions.mjs';

const aside = new Set(['Figure', 'Note', 'Caption', 'TOC', 'Formula']);
const labels = new Set(['Lbl']);
const enough = 80;
const library = await PDFiumLibrary.init();

await serve(async function* ({ file }) {
  const document = await library.loadDocument(await readFile(file));
  try {
    const pages = [...document.pages()];
    yield {
      reader: 'PDFium',
      version: versionOf('@hyzyla/pdfium'),
      pages: pages.map((page) => ({ label: label(document, page), ...wordsOf(page) })),
    };
  } finally {
    document.destroy();
  }
});

function wordsOf(page) {
  const said = textOf(page, runningText(page, aside));
  const unlabelled = textOf(page, runningText(page, new Set([...aside, ...labels])));
  const beginning = (text) => text.trimStart().slice(0, enough);
  return { begins: beginning(said), beginsUnlabelled: beginning(unlabelled), ends: said.trimEnd().slice(-enough) };
}

function textOf(page, running) {
  const pdfium = page.module;
  const text = pdfium._FPDFText_LoadPage(page.pageIdx);
  let said = '';
  const count = pdfium._FPDFText_CountChars(text);
  for (let index = 0; index < count; index++) {
    const object = pdfium._FPDFText_GetTextObject(text, index);
    const isGenerated = pdfium._FPDFText_IsGenerated(text, index) === 1;
    if (isGenerated || running.has(pdfium._FPDFPageObj_GetMarkedContentID(object))) {
      said += String.fromCharCode(pdfium._FPDFText_GetUnicode(text, index));
    }
  }
  pdfium._FPDFText_ClosePage(text);
  return said;
}

/** The marked-content identifiers of the page that stand in the running text. */
function runningText(page, aside) {
  const pdfium = page.module;
  const tree = pdfium._FPDF_StructTree_GetForPage(page.pageIdx);
  const found = new Set();
  for (let index = 0; index < pdfium._FPDF_StructTree_CountChildren(tree); index++) {
    visit(pdfium._FPDF_StructTree_GetChildAtIndex(tree, index));
  }
  pdfium._FPDF_StructTree_Close(tree);
  return found;

  function visit(element) {
    if (element === 0 || aside.has(typeOf(pdfium, element))) return;
    for (let index = 0; index < pdfium._FPDF_StructElement_CountChildren(element); index++) {
      const id = pdfium._FPDF_StructElement_GetChildMarkedContentID(element, index);
      if (id >= 0) found.add(id);
      else visit(pdfium._FPDF_StructElement_GetChildAtIndex(element, index));
    }
  }
}

function typeOf(pdfium, element) {
  return utf16(pdfium, (buffer, size) => pdfium._FPDF_StructElement_GetType(element, buffer, size));
}

function label(document, page) {
  return utf16(page.module, (buffer, size) => page.module._FPDF_GetPageLabel(document.documentIdx, page.number, buffer, size));
}

/** What PDFium writes as UTF-16 with a terminator into a buffer that it is given. */
function utf16(pdfium, write) {
  const size = 512;
  const buffer = pdfium.wasmExports.malloc(size);
  try {
    const length = write(buffer, size);
    return length < 2 ? '' : Buffer.from(pdfium.HEAPU8.slice(buffer, buffer + length - 2)).toString('utf16le');
  } finally {
    pdfium.wasmExports.free(buffer);
  }
}
process.exit(0);
