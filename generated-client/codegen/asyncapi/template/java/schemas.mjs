import { DocumentError, required } from './problems.mjs';

const BATCH = 'instrument-code-batch';

/**
 * Finds the Java type of a schema. The parser resolves references, so a shared schema is recognized by its content: it has
 * the name of the equal schema under components.schemas.
 */
export class Schemas {
  #names = new Map();
  #keys = new WeakMap();
  #formats;
  #taken;
  #components;

  constructor(components, formats, taken) {
    this.#formats = formats;
    this.#taken = taken;
    this.#components = components;
    for (const [name, schema] of Object.entries(components)) {
      const key = this.#key(schema);
      this.#names.set(key, [...(this.#names.get(key) ?? []), name]);
    }
  }

  /** The name under components.schemas, or undefined. */
  nameOf(place, schema) {
    const names = this.#names.get(this.#key(schema)) ?? [];
    if (names.length > 1) {
      throw new DocumentError(place, `schemas ${names.join(' and ')} are equal, so they cannot be distinguished`);
    }
    return names[0];
  }

  /** The Java type of a value of the schema. */
  typeOf(place, schema) {
    const target = single(schema);
    if (target !== schema && target) {
      return this.typeOf(place, target);
    }
    if (schema.enum || schema['x-delimited'] || schema.properties) {
      return this.#named(place, schema);
    }
    if (schema.type === 'array') {
      const item = this.typeOf(`${place}[]`, schema.items);
      return item.kind === 'batch' ? { kind: 'codes', java: 'java.util.List<java.lang.String>' } : listOf(item);
    }
    if (typeof schema.additionalProperties === 'object') {
      const key = schema['x-key'] ? this.#keyOf(`${place} key`, schema['x-key']) : this.#scalar(place, { type: 'string' });
      return mapOf(key, this.typeOf(`${place}.*`, schema.additionalProperties));
    }
    return schema.format === BATCH
      ? { kind: 'batch', java: 'java.util.List<java.lang.String>' }
      : this.#scalar(place, schema);
  }

  /** The key of a map is referenced by text, which the parser ignores, or by $ref, which it resolves. */
  #keyOf(place, reference) {
    const name = typeof reference === 'string' ? reference.split('/').at(-1) : undefined;
    return this.typeOf(place, name ? required(place, `schema ${name} under components.schemas`, this.#components[name]) : reference);
  }

  /** The members of an object, those of the parts of allOf included, in their order. */
  fields(place, schema) {
    const required = new Set(requiredOf(schema));
    return [...propertiesOf(schema)].filter(([, property]) => !property['x-unsent']).map(([wire, property]) => this.#field(`${place}.${wire}`, wire, property, required));
  }

  /** Computes name and type lazily, since discriminators have neither. */
  #field(place, wire, property, required) {
    const schemas = this;
    return {
      wire,
      place,
      required: required.has(wire),
      description: property.description ?? single(property)?.description ?? '',
      schema: deepest(property),
      get name() {
        const name = javaName(place, property);
        schemas.#taken.checkMember(place, name, 'components');
        return name;
      },
      get type() {
        return schemas.typeOf(place, property);
      },
    };
  }

  #named(place, schema) {
    const name = this.nameOf(place, schema);
    if (!name) {
      throw new DocumentError(place, 'needs a name: list its schema under components.schemas');
    }
    const kind = schema.enum ? 'enum' : schema['x-delimited'] ? 'delimited' : 'record';
    const fields = () => this.fields(name, schema);
    return { kind, name, java: `model.${name}`, schema, fields, number: schema.type === 'integer' };
  }

  #scalar(place, { type, format }) {
    const entry = this.#formats.formats[format] ?? this.#formats.types[type];
    if (!entry) {
      throw new DocumentError(place, `no Java is known for type ${type}, format ${format}`);
    }
    return { kind: 'scalar', ...entry, interned: format === 'instrument-code' };
  }

  #key(schema) {
    let key = this.#keys.get(schema);
    if (key === undefined) {
      key = JSON.stringify(schema, (name, value) => (name.startsWith('x-parser-') ? undefined : sorted(value)));
      this.#keys.set(schema, key);
    }
    return key;
  }
}

/** All properties of an object and of the parts that it is made of; a later one of a name replaces an earlier one. */
export function propertiesOf(schema) {
  const all = new Map();
  for (const part of schema.allOf ?? []) {
    propertiesOf(part).forEach((property, wire) => all.set(wire, property));
  }
  Object.entries(schema.properties ?? {}).forEach(([wire, property]) => all.set(wire, property));
  return all;
}

function javaName(place, property) {
  const name = property['x-java-name'];
  if (!name) {
    throw new DocumentError(place, 'has no x-java-name');
  }
  return name;
}

/** The fields that a schema and the parts of its allOf require. */
export function requiredOf(schema) {
  return [...(schema.allOf ?? []).flatMap(requiredOf), ...(schema.required ?? [])];
}

/** The one schema that allOf keeps siblings of, or undefined. */
function single(schema) {
  return schema.allOf?.length === 1 && !schema.properties ? schema.allOf[0] : undefined;
}

function deepest(schema) {
  const target = single(schema);
  return target ? { ...deepest(target), ...schema, allOf: undefined } : schema;
}

function listOf(item) {
  return { kind: 'list', item, java: `java.util.List<${item.java}>` };
}

function mapOf(key, value) {
  return { kind: 'map', key, value, java: `java.util.Map<${key.java}, ${value.java}>` };
}

function sorted(value) {
  return value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
}
