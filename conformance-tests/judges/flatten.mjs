// node flatten.mjs DOCUMENT OUT: the OpenAPI document as one file of JSON, for tools that read no other.
import fs from 'node:fs';
import path from 'node:path';
import RefParser from '@stoplight/json-schema-ref-parser';

const [document, out] = process.argv.slice(2).map((file) => path.resolve(file));
const flat = await new RefParser().dereference(document, {});
for (const item of Object.values(flat.paths)) {
  for (const { responses } of Object.values(item)) {
    // Ranges of statuses are in the standard, but not in every tool.
    if (responses?.['5XX']) {
      responses.default = responses['5XX'];
      delete responses['5XX'];
    }
  }
}
fs.writeFileSync(out, JSON.stringify(flat));
