import Ajv from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { isStream } from './bodies.mjs';
import { isDuration } from './duration.mjs';
import { HTTP, STREAM } from './extension-schemas.mjs';
import { writtenSchema } from './written.mjs';

const ajv = addFormats(new Ajv({ allErrors: true, strict: false, verbose: true }));
ajv.addFormat('java-duration', isDuration);
const compiled = new Map();

function errorsOf(schema, value) {
  if (!compiled.has(schema)) compiled.set(schema, ajv.compile(schema));
  const validate = compiled.get(schema);
  return validate(value) ? [] : validate.errors;
}

function words({ keyword, params, parentSchema, message, data }) {
  switch (keyword) {
    case 'additionalProperties':
      return `"${params.additionalProperty}" is not a key of it: it has ${Object.keys(parentSchema.properties).join(', ')}`;
    case 'format':
      return params.format === 'java-duration' ? `${JSON.stringify(data)} is not a duration: write one such as PT1S or PT1M` : message;
    case 'const':
      return `it can only be ${JSON.stringify(params.allowedValue)}`;
    default:
      return message;
  }
}

/** Returns the kind of object with the `x-` field: document, operation, parameter, message, field or schema. */
function carrier(named, node, path) {
  if (path.length === 0) return 'document';
  if (named.has(node)) return 'schema';
  if ((path[0] === 'paths' && path.length === 3) || (path[0] === 'operations' && path.length === 2)) return 'operation';
  const above = path.at(-2);
  if (path[0] === 'paths' && above === 'parameters') return 'parameter';
  if (above === 'messages') return 'message';
  return above === 'properties' ? 'field' : 'schema';
}

/** Returns the value as written, since resolved references would hide it; undefined if it is checked under its own name. */
function written(context, key, value, path) {
  if (key !== 'x-parts') return value;
  const isNamed = path.length === 3 && path[0] === 'components' && path[1] === 'schemas';
  return isNamed ? writtenSchema(context, path[2])?.[key] : undefined;
}

/** Every `x-` field is in a place where it is allowed, with valid keys and values. */
export function extensionValid(document, _, context) {
  const known = isStream(document) ? STREAM : HTTP;
  const named = new Set(Object.values(document.components?.schemas ?? {}));
  const findings = [];
  const seen = new WeakSet();
  const look = (node, path, key) => {
    const { schema, where } = known[key] ?? {};
    const at = [...path, key];
    if (!schema) {
      // Fields unknown in both documents are reported by known-extension.
      if (key in HTTP || key in STREAM) findings.push({ message: `${key} belongs into the other document`, path: at });
      return;
    }
    const here = carrier(named, node, path);
    if (!where.includes(here)) findings.push({ message: `${key} means nothing here: it belongs to a ${where.join(' or ')}`, path: at });
    const value = written(context, key, node[key], path);
    for (const error of value === undefined ? [] : errorsOf(schema, value)) {
      const inside = error.instancePath.split('/').slice(1).map((step) => (/^\d+$/.test(step) ? Number(step) : step));
      const place = [key, ...inside].join('.');
      findings.push({ message: `${place}: ${words(error)}`, path: at });
    }
  };
  const walk = (node, path) => {
    if (node === null || typeof node !== 'object' || seen.has(node)) return;
    seen.add(node);
    for (const [key, child] of Object.entries(node)) {
      if (key === 'examples' || path.at(-1) === 'x-examples' || key === 'example' || key === 'default') continue;
      if (key.startsWith('x-') && path.at(-1) !== 'properties') look(node, path, key);
      else walk(child, [...path, Array.isArray(node) ? Number(key) : key]);
    }
  };
  // Named schemas first, so that findings have their names.
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    walk(schema, ['components', 'schemas', name]);
  }
  walk(document, []);
  return findings;
}
