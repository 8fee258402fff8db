import Ajv from 'ajv/dist/2019.js';
import { writtenSchemas } from './written.mjs';

const ajv = new Ajv({ strict: false, logger: false });

function isExpression(text) {
  try {
    return Boolean(new RegExp(text, 'u'));
  } catch {
    return false;
  }
}

/** Returns the paths of patterns that are not regular expressions; JSON Schema itself does not check them. */
function badPatterns(schema, path = []) {
  if (schema === null || typeof schema !== 'object') return [];
  return Object.entries(schema).flatMap(([key, child]) =>
    key === 'pattern' && typeof child === 'string' && !isExpression(child)
      ? [[...path, key]]
      : badPatterns(child, [...path, key]),
  );
}

const steps = (pointer) =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** Every schema is valid JSON Schema; Spectral does not check files that a document refers to. */
export function schemaValid(_, __, context) {
  return writtenSchemas(context).flatMap(([name, schema]) => {
    const found = badPatterns(schema).map((path) => [path, 'is not a regular expression']);
    if (!ajv.validateSchema(schema)) found.push([steps(ajv.errors[0].instancePath), ajv.errors[0].message]);
    return found.map(([path, message]) => ({
      message: `${[name, ...path].join('.')} ${message}`,
      path: ['components', 'schemas', name, ...path],
    }));
  });
}
