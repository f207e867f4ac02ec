// Extracts the text of PDFs with pdf.js, PDFium and MuPDF.
// Request: {"file": path, "bodies": [{"bottom": y, "top": y}, …] or null}, a body a page in PDF units.
// Answers, one a reader: {"file", "reader", "version", "pages"}.
import { readFile } from 'node:fs/promises';
import { serve } from './protocol.mjs';
import { read as pdfjs } from './pdfjs.mjs';
import { read as pdfium } from './pdfium.mjs';
import { read as mupdf } from './mupdf.mjs';

const readers = { 'pdf.js': pdfjs, PDFium: pdfium, MuPDF: mupdf };

await serve(async function* ({ file, bodies }) {
  for (const [reader, read] of Object.entries(readers)) {
    yield { reader, ...(await read(await readFile(file), bodies)) };
  }
});
