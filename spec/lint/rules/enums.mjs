import { eachSchema } from './schemas.mjs';

const doubled = (list) => list.find((value, index) => list.indexOf(value) !== index);

function namesFinding(schema, key) {
  const names = schema[key];
  if (!Array.isArray(names)) return `an enum of ${schema.enum.length} values has no ${key}`;
  if (names.length !== schema.enum.length) {
    return `${key} has ${names.length} entries for ${schema.enum.length} values`;
  }
  return undefined;
}

function findingsOf(schema) {
  const found = [];
  for (const key of ['x-enum-varnames', 'x-enum-descriptions']) {
    const message = namesFinding(schema, key);
    if (message) found.push([message, key]);
  }
  const isText = schema.type === 'string';
  const fits = (value) => (isText ? typeof value === 'string' && value !== '' : Number.isInteger(value) && Math.abs(value) < 2 ** 31);
  if (!isText && !(schema.type === 'integer' && schema.format === 'int32')) {
    found.push(['an enumeration is of type string, or integer with format int32', 'type']);
  } else if (!schema.enum.every(fits)) {
    found.push([`${JSON.stringify(schema.enum.find((value) => !fits(value)))} is not a value of its type`, 'enum']);
  }
  const names = Array.isArray(schema['x-enum-varnames']) ? schema['x-enum-varnames'] : [];
  const bad = names.find((name) => !/^[A-Z][A-Z0-9_]*$/.test(name) || name === 'UNRECOGNIZED');
  if (bad !== undefined) found.push([`"${bad}" is not a valid name for a value of an enum`, 'x-enum-varnames']);
  if (doubled(names) !== undefined) found.push([`name "${doubled(names)}" is given twice`, 'x-enum-varnames']);
  if (doubled(schema.enum) !== undefined) found.push([`value ${doubled(schema.enum)} is listed twice`, 'enum']);
  return found;
}

/** Every value of an enumeration has a unique name and a description. */
export function enumNames(document) {
  const findings = [];
  eachSchema(document, (schema, path) => {
    if (!Array.isArray(schema.enum)) {
      const orphan = ['x-enum-varnames', 'x-enum-descriptions'].find((key) => key in schema);
      if (orphan) findings.push({ message: `${orphan} without enum`, path: [...path, orphan] });
      return;
    }
    if (schema.enum.length === 1) return;
    for (const [message, key] of findingsOf(schema)) {
      findings.push({ message, path: key in schema ? [...path, key] : path });
    }
  });
  return findings;
}
