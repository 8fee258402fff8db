// node grow.mjs SPEC: adds the content of additions/ to the documents, schemas and examples of the folder SPEC.
// Merges maps, appends to lists, and never replaces anything. Prints the additions.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ADDITIONS = path.join(path.dirname(fileURLToPath(import.meta.url)), 'additions');

/** The description of an addition for users, by the map or list that it is added to. */
const KINDS = {
  paths: () => 'endpoint',
  operations: (operation) => (operation.get('action') === 'send' ? 'command' : 'push'),
  properties: () => 'field',
  enum: () => 'value',
};
const counts = { endpoint: 0, command: 0, push: 0, field: 0, value: 0 };
const told = ([kind, number]) => `${number} ${kind}${number === 1 ? '' : kind.endsWith('sh') ? 'es' : 's'}`;

function count(place, value) {
  const kind = KINDS[place.slice(place.lastIndexOf('/') + 1)]?.(value);
  if (kind) counts[kind]++;
}

function merge(yaml, target, addition, place) {
  for (const { key, value } of addition.items) {
    const name = yaml.isScalar(key) ? key.value : key;
    const here = `${place}/${name}`;
    const there = target.get(name, true);
    if (there === undefined) {
      target.add({ key, value });
      count(place, value);
    } else if (yaml.isMap(there) && yaml.isMap(value)) {
      merge(yaml, there, value, here);
    } else if (yaml.isSeq(there) && yaml.isSeq(value)) {
      value.items.forEach((item) => there.add(item));
      value.items.forEach((item) => count(here, item));
    } else {
      throw new Error(`${here} is there already: the additions are out of date`);
    }
  }
}

function grow(yaml, addition, file) {
  if (!fs.existsSync(file) || path.extname(file) !== '.yaml') {
    fs.cpSync(addition, file, { errorOnExist: true, force: false });
    return;
  }
  const document = yaml.parseDocument(fs.readFileSync(file, 'utf8'));
  const added = yaml.parseDocument(fs.readFileSync(addition, 'utf8'));
  merge(yaml, document.contents, added.contents, path.basename(file));
  fs.writeFileSync(file, document.toString({ lineWidth: 0 }));
}

const spec = path.resolve(process.argv[2]);
const yaml = createRequire(path.join(spec, 'lint', 'package.json'))('yaml');
const files = fs.readdirSync(ADDITIONS, { recursive: true }).filter((file) => /\.(yaml|json)$/.test(file));
for (const file of files) grow(yaml, path.join(ADDITIONS, file), path.join(spec, file));
console.log(Object.entries(counts).map(told).join(', '));
