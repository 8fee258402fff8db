import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { isStream } from './bodies.mjs';

function eachReference(node, visit) {
  if (node === null || typeof node !== 'object') return;
  if (typeof node.$ref === 'string') visit(node.$ref);
  for (const child of Object.values(node)) eachReference(child, visit);
}

function sharedSchemas(folder) {
  const shared = new Map();
  for (const file of readdirSync(path.join(folder, 'schemas'))
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    const schemas = parse(readFileSync(path.join(folder, 'schemas', file), 'utf8'));
    for (const [name, schema] of Object.entries(schemas))
      shared.set(`./schemas/${file}#/${name}`, { name, schema, file });
  }
  return shared;
}

/** The schemas that a document's messages use, directly or through other schemas. */
function reachable(document, shared) {
  const found = new Set();
  const follow = (node, file) =>
    eachReference(node, (reference) => {
      const target =
        file && reference.startsWith('#/') ? `./schemas/${file}${reference}` : reference.replace('./', './schemas/');
      const key = file ? target : reference;
      if (!shared.has(key) || found.has(key)) return;
      found.add(key);
      follow(shared.get(key).schema, shared.get(key).file);
    });
  follow(document.components.messages, undefined);
  return found;
}

/**
 * Every schema of schemas/ is listed under its own name: in the OpenAPI document all of them, since it makes the
 * records, in the AsyncAPI document those that a message carries, since the generator knows no other name.
 */
export function sharedSchemaListed(_, __, context) {
  const shared = sharedSchemas(path.dirname(context.document.source));
  const document = context.document.data;
  const listed = document.components?.schemas ?? {};
  const needed = isStream(document) ? reachable(document, shared) : shared.keys();
  return [...needed]
    .filter((reference) => listed[shared.get(reference).name]?.$ref !== reference)
    .map((reference) => ({
      message: `${reference} is not listed as "${shared.get(reference).name}"`,
      path: ['components', 'schemas'],
    }));
}

/** The generator of the stream identifies a schema by its content, so no two are equal. */
export function schemaDistinct(document) {
  const known = new Map();
  const findings = [];
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    if (!schema?.properties && !schema?.enum && !schema?.['x-delimited']) continue;
    const text = JSON.stringify(schema);
    if (known.has(text)) {
      const message = `"${name}" is equal to "${known.get(text)}": use that, or describe what differs`;
      findings.push({ message, path: ['components', 'schemas', name] });
    }
    known.set(text, name);
  }
  return findings;
}
