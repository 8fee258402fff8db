// node remove-field.mjs SCHEMA.FIELD [FOLDER]: removes a field, by its name on the wire, from its schema and from all examples.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMap, isSeq, parse, parseDocument } from 'yaml';
import { cutOf, indexOf, without } from './cuts.mjs';
import { References } from './references.mjs';
import { bodiesOf } from './rules/bodies.mjs';
import { exampleFiles } from './rules/files.mjs';
import { DOCUMENTS, syntaxFindings } from './syntax.mjs';

/** An invalid request; the message is all that is printed. */
class Refusal extends Error {}

/** The files of a specification: each is read once, and edited files are written after all edits have succeeded. */
class Files {
  #contents = new Map();
  #edited = new Map();

  constructor(folder) {
    this.folder = folder;
  }

  text = (file) => readFileSync(file, 'utf8');

  content = (file) => {
    if (!this.#contents.has(file)) this.#contents.set(file, parse(this.text(file)));
    return this.#contents.get(file);
  };

  edit(file, cuts) {
    if (cuts.length > 0) this.#edited.set(file, without(this.text(file), cuts));
  }

  save() {
    for (const [file, text] of this.#edited) writeFileSync(file, text);
    return [...this.#edited.keys()].map((file) => path.relative(this.folder, file));
  }
}

/** Returns the location of a schema: {schema, file, steps}. */
function find(files, references, name) {
  for (const document of DOCUMENTS) {
    const file = path.join(files.folder, document);
    const listed = files.content(file).components?.schemas?.[name];
    if (!listed) continue;
    const found = references.follow({ schema: listed, file });
    return { ...found, steps: found.file === file ? ['components', 'schemas', name] : [name] };
  }
  throw new Refusal(`no schema is called ${name}`);
}

/** The ranges of a schema's text to remove: the field, and its name in lists; a list that becomes empty is removed as a whole. */
function cutsOfSchema(text, steps, field, known) {
  const schema = parseDocument(text).getIn(steps, true);
  const properties = schema.get('properties', true);
  const index = properties ? indexOf(properties, field) : -1;
  if (index < 0) {
    const called = Object.entries(known.properties ?? {}).find(([, one]) => one['x-java-name'] === field)?.[0];
    throw new Refusal(`${steps.at(-1)} has no field ${field}${called ? `: on the wire it is ${steps.at(-1)}.${called}` : ''}`);
  }
  if (properties.items.length === 1) throw new Refusal(`${field} is the only field of ${steps.at(-1)}: remove the schema instead`);
  const cuts = [cutOf(text, properties, index)];
  for (const list of ['required', 'x-factory']) {
    const names = schema.get(list, true);
    const at = isSeq(names) ? indexOf(names, field) : -1;
    if (at >= 0) cuts.push(names.items.length > 1 ? cutOf(text, names, at) : cutOf(text, schema, indexOf(schema, list)));
  }
  return cuts;
}

/** Bodies, each with the document that contains it. */
const bodies = (files) =>
  DOCUMENTS.map((name) => path.join(files.folder, name)).flatMap((file) =>
    bodiesOf(files.content(file)).map((body) => ({ ...body, at: file })),
  );

function editExamples(files, references, schema, field) {
  const all = bodies(files);
  const folder = path.join(files.folder, 'examples');
  for (const name of exampleFiles(folder)) {
    const file = path.join(folder, name);
    const text = files.text(file);
    const cuts = new Map();
    for (const body of all) {
      const [before, after] = body.file('\n').split('\n');
      const plain = name.replace(/^tolerated\//, '');
      if (!plain.startsWith(before) || !plain.endsWith(after)) continue;
      references.walk({ schema: body.schema, file: body.at }, parseDocument(text).get('value', true), schema, (node) => {
        const index = isMap(node) ? indexOf(node, field) : -1;
        if (index >= 0) cuts.set(node.range[0], cutOf(text, node, index));
      });
    }
    files.edit(file, [...cuts.values()]);
  }
}

/** Returns the files that were edited, relative to the folder. */
export function removeField(folder, name, field) {
  const [slip] = syntaxFindings(folder);
  if (slip) throw new Refusal(`${slip.source}:${slip.range.start.line + 1}: ${slip.message}`);
  const files = new Files(folder);
  const references = new References(files.content);
  const { schema, file, steps } = find(files, references, name);
  files.edit(file, cutsOfSchema(files.text(file), steps, field, schema));
  editExamples(files, references, schema, field);
  return files.save();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , target = '', folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')] = process.argv;
  const [, name, field] = /^(\w+)\.(.+)$/.exec(target) ?? [];
  try {
    if (!name) throw new Refusal('say which: npm run remove-field -- Snapshot.t, the schema and the name on the wire');
    const edited = removeField(path.resolve(folder), name, field);
    console.log(`${target} is gone from ${edited.length} files, of which ${edited.length - 1} are examples.`);
    console.log('Now "npm run lint" names other references to it, and "mvn -Pregenerate" removes it from the client.');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
