import { isStream } from './bodies.mjs';
import { isDiscriminator } from './schemas.mjs';
import { referred, writtenPayload, writtenSchemas } from './written.mjs';

const BATCH = 'instrument-code-batch';
const TYPES = ['string', 'integer', 'number', 'boolean', 'array', 'object'];
const NAMED = 'put it into a file of schemas/, list it under components.schemas and refer to it by $ref';
const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/** Unresolved schemas: named ones, and the payloads of messages. */
function roots(document, context) {
  const found = writtenSchemas(context).map(([name, schema]) => ({
    schema,
    path: ['components', 'schemas', name],
    role: 'named',
  }));
  for (const name of Object.keys(isStream(document) ? (document.components?.messages ?? {}) : {})) {
    found.push({
      schema: writtenPayload(context, name),
      path: ['components', 'messages', name, 'payload'],
      role: 'payload',
    });
  }
  return found.filter(({ schema }) => isObject(schema));
}

/** Checks one unresolved schema and its contents, up to references. */
class Shape {
  constructor(schemas, tell) {
    this.schemas = schemas;
    this.tell = tell;
  }

  /** `role`: named, payload, tag (a field of a payload), or inner: any other field, an item or a value. */
  check(schema, path, role) {
    if (!isObject(schema)) return this.tell(path, 'a schema is an object with a type or a $ref');
    if (referred(schema)) return undefined;
    for (const key of ['oneOf', 'anyOf', 'not']) {
      if (key in schema) return this.tell([...path, key], `${key} becomes no class: write one object with optional fields`);
    }
    if (schema.allOf) return this.composition(schema, path, role);
    if (!TYPES.includes(schema.type)) return this.tell(path, `a schema has one type of ${TYPES.join(', ')}`);
    if (schema.enum || schema['x-delimited']) return this.value(schema, path, role);
    if (schema.type === 'array') return this.check(schema.items, [...path, 'items'], 'inner');
    return schema.type === 'object' ? this.object(schema, path, role) : undefined;
  }

  composition(schema, path, role) {
    const at = [...path, 'allOf'];
    if (role === 'payload') {
      schema.allOf.forEach((part, index) => this.check(part, [...at, index], 'payload'));
    } else if (schema.allOf.length !== 1 || !referred(schema.allOf[0]) || schema.properties || schema.type) {
      this.tell(at, 'allOf is for one $ref, to keep what stands beside it: write all fields into one schema');
    }
  }

  value(schema, path, role) {
    if (role === 'named' || (role === 'tag' && isDiscriminator(schema))) return;
    const what = schema.enum ? 'an enumeration' : 'a delimited text';
    const single = isDiscriminator(schema) ? '; only the payload of a message has a field of one value' : '';
    this.tell(path, `${what} needs a schema of its own: ${NAMED}${single}`);
  }

  object(schema, path, role) {
    const more = schema.additionalProperties;
    if (schema.properties) {
      if (more !== undefined) this.tell([...path, 'additionalProperties'], 'an object has fields or is a map, not both');
      if (role === 'inner' || role === 'tag') this.tell(path, `an object with fields needs a schema of its own: ${NAMED}`);
      const inside = role === 'payload' ? 'tag' : 'inner';
      for (const [name, field] of Object.entries(schema.properties)) this.check(field, [...path, 'properties', name], inside);
    } else if (isObject(more) && Object.keys(more).length > 0) {
      this.check(more, [...path, 'additionalProperties'], 'inner');
      if (schema['x-key'] !== undefined) this.key(schema['x-key'], [...path, 'x-key']);
    } else if (role !== 'payload') {
      this.tell(path, 'an object without fields is anything: write properties, or additionalProperties with a schema of its values');
    }
  }

  /** The keys of a map are text on the wire. */
  key(reference, path) {
    const name = String(referred(reference) ?? reference).split('/').at(-1);
    const key = this.schemas.get(name);
    const isText = key?.enum || (['string', 'integer'].includes(key?.type) && !key['x-delimited'] && key.format !== BATCH);
    if (!isText) this.tell(path, `"${name}" is not a schema under components.schemas for a text: refer to an enumeration or a code`);
  }
}

/** The references of a schema to others, as [name, path]. */
function references(schema, path) {
  if (!isObject(schema) && !Array.isArray(schema)) return [];
  const own = referred(schema) ? [[referred(schema), path]] : [];
  return Object.entries(schema)
    .filter(([key]) => !key.startsWith('x-') && key !== 'default')
    .flatMap(([key, child]) => references(child, [...path, Array.isArray(schema) ? Number(key) : key]))
    .concat(own);
}

/** References by which a schema contains itself, reported at the place of the reference. */
function circles(context) {
  const schemas = new Map(writtenSchemas(context));
  const reaches = (from, target, seen = new Set()) => {
    if (from === target) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return references(schemas.get(from), []).some(([name]) => reaches(name, target, seen));
  };
  return [...schemas].flatMap(([name, schema]) =>
    references(schema, ['components', 'schemas', name])
      .filter(([target]) => reaches(target, name))
      .map(([target, path]) => ({
        message: `${name} contains itself by ${target}, and readers are made for what ends: write as many levels as there are`,
        path,
      })),
  );
}

/** Every schema has a shape that both generators support. */
export function schemaShape(document, _, context) {
  const findings = [];
  const shape = new Shape(new Map(writtenSchemas(context)), (path, message) => findings.push({ message, path }));
  for (const { schema, path, role } of roots(document, context)) shape.check(schema, path, role);
  return [...findings, ...circles(context)];
}
