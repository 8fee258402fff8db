/** Keywords that OpenAPI 3.0 and JSON Schema draft-07 share, and `deprecated`, which AsyncAPI adds to the latter. */
const SHARED = new Set(
  [
    '$ref type format enum default title description deprecated readOnly writeOnly',
    'properties required additionalProperties minProperties maxProperties',
    'items minItems maxItems uniqueItems minLength maxLength pattern minimum maximum multipleOf',
    'allOf anyOf oneOf not',
  ].flatMap((words) => words.split(' ')),
);

const isObject = (value) => value !== null && typeof value === 'object';

/** Schemas directly below a schema, with relative paths. */
function below(schema) {
  const found = ['items', 'additionalProperties', 'not'].map((key) => [[key], schema[key]]);
  for (const [name, field] of Object.entries(schema.properties ?? {})) found.push([['properties', name], field]);
  for (const key of ['allOf', 'anyOf', 'oneOf']) {
    (schema[key] ?? []).forEach((part, index) => found.push([[key, index], part]));
  }
  return found.filter(([, child]) => isObject(child));
}

/** Calls `visit` once for each schema of a document. */
function eachSchemaAnywhere(document, visit) {
  const seen = new WeakSet();
  const inside = (schema, path) => {
    if (!isObject(schema) || seen.has(schema)) return;
    seen.add(schema);
    visit(schema, path);
    for (const [steps, child] of below(schema)) inside(child, [...path, ...steps]);
  };
  const outside = (node, path) => {
    if (!isObject(node) || seen.has(node)) return;
    for (const [key, child] of Object.entries(node)) {
      const here = [...path, Array.isArray(node) ? Number(key) : key];
      const isSchema = key === 'schema' || key === 'payload' || path.join('.') === 'components.schemas';
      if (isSchema) inside(child, here);
      else if (key !== 'examples' && !key.startsWith('x-')) outside(child, here);
    }
  };
  outside(document, []);
}

/** Schemas use shared keywords only: others would apply in one document but not in the other. */
export function sharedKeyword(document) {
  const findings = [];
  eachSchemaAnywhere(document, (schema, path) => {
    for (const key of Object.keys(schema)) {
      if (SHARED.has(key) || key.startsWith('x-')) continue;
      findings.push({ message: `"${key}" is not a keyword that OpenAPI 3.0 and draft-07 share`, path: [...path, key] });
    }
  });
  return findings;
}
