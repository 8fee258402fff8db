// The documents before references are resolved.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const files = new Map();

/** The schemas of a file, by name. */
function read(file) {
  const text = readFileSync(file, 'utf8');
  const known = files.get(file);
  if (known?.text === text) return known.content;
  const content = parse(text);
  files.set(file, { text, content });
  return content;
}

/** The schema of a name under components.schemas, in the document or in the file that it refers to; undefined if none. */
export function writtenSchema(context, name) {
  const entry = context.document.data?.components?.schemas?.[name];
  const [, file, pointer] = /^(\.\/[^#]+)#\/(.+)$/.exec(entry?.$ref ?? '') ?? [];
  return file ? read(path.join(path.dirname(context.document.source), file))?.[pointer] : entry;
}

/** All of them, as [name, schema]. */
export function writtenSchemas(context) {
  return Object.keys(context.document.data?.components?.schemas ?? {}).map((name) => [name, writtenSchema(context, name)]);
}

/** The payload of a message, before references are resolved. */
export const writtenPayload = (context, message) => context.document.data?.components?.messages?.[message]?.payload;

/** The name at the end of a reference, if the schema is nothing but a reference. */
export const referred = (schema) => (typeof schema?.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined);
