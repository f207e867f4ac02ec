// Checks EPUBs with Ace by DAISY, one browser after another in one process.
// Request: {"file": path}. Answer: {"file", "reader", "version", "outcome", "violations": [{"rule", "impact", "place", "description"}]}.
// The browser is Debian's: PUPPETEER_EXECUTABLE_PATH.
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from './protocol.mjs';
import { versionOf } from './versions.mjs';

const require = createRequire(import.meta.url);
// Some versions print progress where our answers go.
console.log = console.error;
const ace = require('@daisy/ace-core');
const runner = require('@daisy/ace-axe-runner-puppeteer');
runner.concurrency = 2;

await serve(async function* ({ file }) {
  const folder = await mkdtemp(join(tmpdir(), 'ace-'));
  try {
    const [, report] = await ace(file, { cwd: process.cwd(), outdir: join(folder, 'out'), tmpdir: join(folder, 'tmp'), silent: true, initLogger: true, fileName: 'ace.log', jobid: '' }, runner);
    yield { reader: 'Ace', version: versionOf('@daisy/ace'), outcome: report['earl:result']?.['earl:outcome'], violations: violationsOf(report) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

function violationsOf(report) {
  return (report.assertions ?? []).flatMap((document) =>
    (document.assertions ?? []).map((assertion) => ({
      rule: assertion['earl:test']?.['dct:title'],
      impact: assertion['earl:test']?.['earl:impact'],
      place: document['earl:testSubject']?.url,
      description: assertion['earl:result']?.['dct:description'],
    })),
  );
}
process.exit(0);
