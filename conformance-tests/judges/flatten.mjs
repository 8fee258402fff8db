// node flatten.mjs DOCUMENT OUT: writes the OpenAPI document as one JSON file, for tools that cannot read several files.
import fs from 'node:fs';
import path from 'node:path';
import RefParser from '@stoplight/json-schema-ref-parser';

const [document, out] = process.argv.slice(2).map((file) => path.resolve(file));
const flat = await new RefParser().dereference(document, {});
for (const item of Object.values(flat.paths)) {
  for (const { responses } of Object.values(item)) {
    // Not every tool supports ranges of statuses.
    if (responses?.['5XX']) {
      responses.default = responses['5XX'];
      delete responses['5XX'];
    }
  }
}
fs.writeFileSync(out, JSON.stringify(flat));
