// Draws the pages of a PDF with PDFium as portable pixmaps: { file, folder, scale } in, { pages } out.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { serve } from './protocol.mjs';

const library = await PDFiumLibrary.init();

await serve(async function* ({ file, folder, scale }) {
  const document = await library.loadDocument(await readFile(file));
  try {
    const pages = [];
    for (const page of document.pages()) {
      const { width, height, data } = await page.render({ scale, render: 'bitmap' });
      const pixels = Buffer.alloc(width * height * 3);
      for (let from = 0, to = 0; from < data.length; from += 4) {
        pixels[to++] = data[from];
        pixels[to++] = data[from + 1];
        pixels[to++] = data[from + 2];
      }
      const path = join(folder, `pdfium-${String(page.number + 1).padStart(4, '0')}.ppm`);
      await writeFile(path, Buffer.concat([Buffer.from(`P6\n${width} ${height}\n255\n`), pixels]));
      pages.push(path);
    }
    yield { pages };
  } finally {
    document.destroy();
  }
});
