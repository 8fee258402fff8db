import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { bodiesOf, isStream } from './bodies.mjs';
import { tolerantViolations } from './validation.mjs';

const folderOf = (context) => path.join(path.dirname(context.document.source), 'examples');

/** All example files below a folder, relative to it, in the order of their bytes. */
export function exampleFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.json'))
    .sort((a, b) => (a < b ? -1 : 1));
}

function references(node, at = [], found = []) {
  if (node === null || typeof node !== 'object') return found;
  if (typeof node.$ref === 'string' && node.$ref.startsWith('./examples/')) {
    found.push({ file: node.$ref.slice('./examples/'.length).replace(/#.*/, ''), path: at });
  }
  for (const [key, child] of Object.entries(node)) {
    references(child, [...at, Array.isArray(node) ? Number(key) : key], found);
  }
  return found;
}

/** Every example is a file that is named after its place, and that only this place refers to. */
export function exampleFile(document, _, context) {
  const findings = [];
  const used = new Map(
    references(context.document.data).map((reference) => [JSON.stringify(reference.path), reference.file]),
  );
  const expected = new Set();
  for (const body of bodiesOf(document)) {
    for (const example of body.examples) {
      const file = body.file(example.name);
      expected.add(file);
      const actual = used.get(JSON.stringify(example.path)) ?? used.get(JSON.stringify(example.valuePath));
      if (actual !== file) {
        findings.push({
          message: `example "${example.name}" of "${body.of}" is not in examples/${file}`,
          path: example.path,
        });
      }
    }
  }
  const folders = isStream(document) ? ['stream/'] : ['http/', 'responses/'];
  for (const file of exampleFiles(folderOf(context))) {
    if (folders.some((folder) => file.startsWith(folder)) && !expected.has(file)) {
      findings.push({ message: `examples/${file} is not an example of this document`, path: [] });
    }
  }
  return findings;
}

/** The index, by which tests find the examples on the class path, names exactly the existing files. */
export function exampleIndex(_, __, context) {
  const folder = folderOf(context);
  const index = path.join(folder, 'index.txt');
  const listed = existsSync(index) ? readFileSync(index, 'utf8').split('\n').filter(Boolean) : [];
  const files = exampleFiles(folder);
  const astray = [...files.filter((file) => !listed.includes(file)), ...listed.filter((file) => !files.includes(file))];
  if (astray.length === 0 && listed.join() === files.join()) return [];
  const which = astray.length > 0 ? astray.join(', ') : 'its order';
  return [{ message: `examples/index.txt is not up to date (${which}): run "npm run index"`, path: [] }];
}

/** The texts that mean an absent value; the OpenAPI document states them for both documents. */
function absentTexts(context) {
  const http = path.join(path.dirname(context.document.source), 'openapi.yaml');
  return parse(readFileSync(http, 'utf8'))['x-reading']?.absent ?? [];
}

function toleratedFindings(body, folder, file, absent) {
  const example = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  const found = tolerantViolations(body.schema, example.value, absent).map((violation) => violation.message);
  const like = example.like;
  if (
    like !== undefined &&
    !(existsSync(path.join(folder, like)) && like.startsWith(file.split('/')[1] + `/${body.of}.`))
  ) {
    found.push(`it is like ${like}, which is not an example of "${body.of}"`);
  }
  return found.map((message) => ({ message: `examples/${file}: ${message}`, path: body.path }));
}

/** A tolerated example is valid in the readers' view of the schema, and names the example that it equals. */
export function toleratedExample(document, _, context) {
  const folder = folderOf(context);
  const part = isStream(document) ? 'stream' : 'http';
  const bodies = bodiesOf(document);
  const absent = absentTexts(context);
  return exampleFiles(folder)
    .filter((file) => file.startsWith(`tolerated/${part}/`))
    .flatMap((file) => {
      const [of, name] = path.basename(file).split('.');
      const body = bodies.find((one) => one.of === of && file === `tolerated/${one.file(name)}`);
      if (!body) return [{ message: `examples/${file} is named after nothing here`, path: [] }];
      return toleratedFindings(body, folder, file, absent);
    });
}
