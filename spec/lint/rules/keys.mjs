import { meant } from './schemas.mjs';

/** What identifies pushes: an instrument `code`, a value of an `enum` of texts, or a plain `text`; undefined for anything else. */
export function kindOfKey(schema) {
  if (schema.format === 'instrument-code') return 'code';
  if (schema.type !== 'string' || schema.format || schema['x-delimited']) return undefined;
  return schema.enum ? 'enum' : 'text';
}

/** Whether a schema is a list of keys like this one. */
export function listsKeys(list, key) {
  if (list.type !== 'array') return false;
  const item = meant(list.items);
  switch (kindOfKey(key)) {
    case 'enum':
      return String(item.enum) === String(key.enum);
    case 'text':
      return kindOfKey(item) === 'text';
    default:
      return item.format === 'instrument-code-batch';
  }
}
