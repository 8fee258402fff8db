// node asyncapi.mjs DOCUMENT: checks the document with AsyncAPI's own parser. A warning fails the check, too.
import fs from 'node:fs';
import path from 'node:path';
import { Parser } from '@asyncapi/parser';

// The documents stay at 3.0.0, for which the generator's template is made, so a newer version is not a finding.
const KNOWN = new Set(['asyncapi-latest-version']);

const source = path.resolve(process.argv[2]);
const { document, diagnostics } = await new Parser().parse(fs.readFileSync(source, 'utf8'), { source });
const found = diagnostics.filter(({ code }) => !KNOWN.has(code));
for (const { code, message, path: at } of found) console.error(`${code} ${at.join('.')}: ${message}`);
if (!document || found.length > 0) {
  console.log(`asyncapi parser: ${found.length} findings`);
  process.exitCode = 1;
} else {
  const messages = document.messages().length;
  console.log(`asyncapi parser: ${document.operations().length} operations, ${messages} messages, 0 findings`);
}
