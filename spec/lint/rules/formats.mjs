import { readFileSync } from 'node:fs';
import { eachSchema } from './schemas.mjs';

/** The table of formats, which both generators, client and simulator read too. */
export const TABLE = JSON.parse(readFileSync(new URL('../../formats.json', import.meta.url), 'utf8')).formats;

const SYMBOL = '[^,:\\x00-\\x20\\x7f-\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+';
const CODE = new RegExp(`^[A-Z]+:${SYMBOL}$`);
const BATCH = new RegExp(`^[A-Z]+:${SYMBOL}(,${SYMBOL})*$`);
const DECIMAL = /^-?\d+(\.\d+)?$/;
const TOLERATED_DECIMAL = /^\s*(-?\d+(\.\d+)?([eE][+-]?\d+)?)?\s*$/;
const TOLERATED_CODE = new RegExp(`^\\s*[A-Z]+:${SYMBOL}\\s*$`);
const isDay = (text) => /^\d{8}$/.test(text) && !Number.isNaN(Date.parse(text.replace(/(....)(..)(..)/, '$1-$2-$3')));

/** Validates values of this project's own formats. */
export const FORMATS = {
  decimal: { type: 'string', validate: (text) => DECIMAL.test(text) },
  'instrument-code': { type: 'string', validate: (text) => CODE.test(text) },
  'instrument-code-batch': { type: 'string', validate: (text) => BATCH.test(text) },
  'compact-date': { type: 'string', validate: isDay },
  // Seconds in the range of x-reading; readers take larger numbers for milliseconds.
  'unix-time': { type: 'number', validate: (value) => Number.isInteger(value) && Math.abs(value) < 100_000_000_000 },
  // Numbers beyond the year 2286 are out of the range of x-reading, too.
  'unix-time-ms': { type: 'number', validate: (value) => Number.isInteger(value) && Math.abs(value) < 10_000_000_000_000 },
  'tolerated-unix-time': { type: 'number', validate: (value) => Number.isInteger(value) },
  'tolerated-code': { type: 'string', validate: (text) => TOLERATED_CODE.test(text) },
  'tolerated-decimal': { type: 'string', validate: (text) => TOLERATED_DECIMAL.test(text) },
};

const formatsOf = (type) => Object.keys(TABLE).filter((format) => TABLE[format].json === type);

/** Formats of numbers that are times. */
export const UNIX_TIMES = ['unix-time', 'unix-time-ms'];

/** Formats are known, since generators fall back to a plain string or a 32-bit number otherwise. */
export function knownFormat(document) {
  const findings = [];
  eachSchema(document, (schema, path) => {
    const { type, format } = schema;
    if (type === 'integer' && format === undefined) findings.push({ message: 'an integer without a format', path });
    if (format === undefined || typeof format !== 'string') return;
    if (!formatsOf(type).includes(format)) {
      const known = formatsOf(type).join(', ') || 'none';
      findings.push({ message: `format "${format}" of type "${type}" is not known: it has ${known}`, path: [...path, 'format'] });
    }
  });
  eachSchema(document, (schema, path) => {
    const parts = Array.isArray(schema['x-parts']) ? schema['x-parts'] : [];
    for (const { type = 'string', format, enum: values, properties, items } of parts.map((part) => part ?? {})) {
      if (properties || items || format === 'instrument-code-batch') {
        findings.push({ message: 'a part refers to an enumeration, or has a format', path: [...path, 'x-parts'] });
      }
      if (values || format === undefined) continue;
      if (!formatsOf(type).includes(format)) {
        findings.push({ message: `format "${format}" of a part of type "${type}" is not known`, path: [...path, 'x-parts'] });
      }
    }
  });
  return findings;
}

/** Larger numbers lose precision in JavaScript. */
const RANGES = { int32: 2 ** 31 - 1, int64: Number.MAX_SAFE_INTEGER };

/** Bounds are for numbers; times have x-least instead. Fields that are never sent may have any bounds. */
export function boundsFit(document) {
  const findings = [];
  eachSchema(document, (schema, path) => {
    const bounds = ['minimum', 'maximum'].filter((key) => key in schema);
    const isNumber = schema.type === 'number' || (schema.type === 'integer' && !UNIX_TIMES.includes(schema.format));
    if (bounds.length > 0 && !isNumber && !schema['x-unsent']) {
      const message = `${bounds[0]} is for numbers${UNIX_TIMES.includes(schema.format) ? ', x-least for moments' : ''}`;
      findings.push({ message, path: [...path, bounds[0]] });
    }
    const range = RANGES[schema.format];
    for (const key of isNumber && range ? bounds : []) {
      if (!Number.isInteger(schema[key]) || Math.abs(schema[key]) > range) {
        findings.push({ message: `${key} ${schema[key]} is not a valid ${schema.format}`, path: [...path, key] });
      }
    }
    if ('x-limit' in schema && schema.format !== 'int32') {
      findings.push({ message: 'x-limit is for the format int32', path: [...path, 'x-limit'] });
    }
    if ('x-least' in schema && !UNIX_TIMES.includes(schema.format)) {
      findings.push({ message: `x-least is for the formats ${UNIX_TIMES.join(' and ')}`, path: [...path, 'x-least'] });
    }
  });
  return findings;
}
