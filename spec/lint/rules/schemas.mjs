// Access to schemas for the rules: every schema of a resolved document, with the fields of its composition.

const isObject = (value) => value !== null && typeof value === 'object';

/** Parts of a document that hold data or extensions, not schemas. */
const skipped = (key) => key === 'examples' || key === 'example' || key === 'default' || String(key).startsWith('x-');

/** Fields of a schema and of everything it is composed of: wire name -> {field, path}, paths relative to the schema. */
export function fieldsOf(schema, path = []) {
  const fields = new Map();
  for (const [index, part] of (schema.allOf ?? []).entries()) {
    for (const [name, at] of fieldsOf(part, [...path, 'allOf', index])) fields.set(name, at);
  }
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    fields.set(name, { field, path: [...path, 'properties', name] });
  }
  return fields;
}

/** Calls `visit(schema, path, fields)` for each object below `node` that is a schema, each object once. */
export function eachSchema(node, visit) {
  const seen = new WeakSet();
  const walk = (value, path, outer) => {
    if (!isObject(value) || seen.has(value)) return;
    seen.add(value);
    const composed = Array.isArray(value.allOf) || isObject(value.properties);
    const own = composed ? fieldsOf(value) : new Map();
    const fields = new Map([...outer, ...own]);
    visit(value, path, fields);
    for (const [key, child] of Object.entries(value)) {
      if (skipped(key)) continue;
      if (key === 'properties' && isObject(child)) {
        for (const [name, field] of Object.entries(child)) walk(field, [...path, key, name], new Map());
      } else if (key === 'allOf' && Array.isArray(child)) {
        child.forEach((part, index) => walk(part, [...path, key, index], fields));
      } else {
        walk(child, [...path, key], new Map());
      }
    }
  };
  walk(node, [], new Map());
}

/** The schema of a field that has a description beside its reference: the schema that it refers to. */
export const meant = (schema) => (schema?.allOf?.length === 1 && !schema.properties ? meant(schema.allOf[0]) : (schema ?? {}));

/** The fields that a schema and what it is composed of require. */
export const requiredOf = (schema) => [...(schema?.allOf ?? []).flatMap(requiredOf), ...(schema?.required ?? [])];

/** The former names of a field or an operation. */
export const formerNames = (one) => (Array.isArray(one['x-formerly']) ? one['x-formerly'] : []);

/** Whether a field has a single value, which identifies the message's type; it is not part of a record. */
export const isDiscriminator = (field) => Array.isArray(field.enum) && field.enum.length === 1;
