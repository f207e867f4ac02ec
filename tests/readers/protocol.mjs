// Requests come in on standard input, a JSON object a line; answers go out on standard output, a JSON object a line.
// One process answers for many files, since starting a reader takes longer than reading.
import { createInterface } from 'node:readline';

/** Calls `answer(request)` for every request in turn; it yields the answers. An error becomes an answer with `error`. */
export async function serve(answer) {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const request = JSON.parse(line);
    try {
      for await (const reply of answer(request)) print({ file: request.file, ...reply });
    } catch (error) {
      print({ file: request.file, error: String(error?.stack ?? error) });
    }
  }
}

function print(reply) {
  process.stdout.write(JSON.stringify(reply) + '\n');
}

/** Whether a baseline stands in the body of a page; outside it are running heads, folios and repeated table heads. */
export function inBody(body, y) {
  return !body || (y > body.bottom && y < body.top);
}
