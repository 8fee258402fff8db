import Ajv from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { FORMATS } from './formats.mjs';

const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
for (const [name, format] of Object.entries(FORMATS)) ajv.addFormat(name, format);

const mapValues = (object, map) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));

/** A recursive schema, which schema-shape reports, and an unresolved one accept anything. */
function rebuilt(schema, each, member = false, open = []) {
  if (open.includes(schema) || typeof schema.$ref === 'string') return {};
  const inside = (part, isMember = false) => rebuilt(part, each, isMember, [...open, schema]);
  const copy = { ...schema };
  if (schema.properties) copy.properties = mapValues(schema.properties, (field) => inside(field));
  if (schema.items) copy.items = inside(schema.items);
  if (schema.allOf) copy.allOf = schema.allOf.map((part) => inside(part, true));
  if (schema.additionalProperties instanceof Object) copy.additionalProperties = inside(schema.additionalProperties);
  return each(copy, member);
}

/** The documents' own view, in which an unknown field is an error: in an example it is a typing error. */
const strict = (schema, member) =>
  member || schema.additionalProperties !== undefined ? schema : { ...schema, unevaluatedProperties: false };

const TOLERATED_FORMATS = {
  decimal: 'tolerated-decimal',
  'unix-time': 'tolerated-unix-time',
  'unix-time-ms': 'tolerated-unix-time',
  'instrument-code': 'tolerated-code',
};

/**
 * The readers' view: every form of absent, `absent` included, unknown values and fields, space around texts, times in
 * milliseconds, and numbers where older servers send them.
 */
const tolerant = (absent) => (schema) => {
  const copy = { ...schema };
  if (copy.enum?.length > 1) delete copy.enum;
  if (copy.format in TOLERATED_FORMATS) {
    copy.format = TOLERATED_FORMATS[copy.format];
    delete copy.pattern;
  }
  if (copy['x-lenient'] === 'number') copy.type = ['string', 'number'];
  if (copy.properties) {
    const none = { enum: ['', ' ', ...absent] };
    copy.properties = mapValues(copy.properties, (field) =>
      field.enum?.length === 1 ? field : { anyOf: [field, { type: 'null' }, none] },
    );
  }
  return copy;
};
const tolerantViews = new Map();
function tolerantView(absent) {
  const key = JSON.stringify(absent);
  if (!tolerantViews.has(key)) tolerantViews.set(key, tolerant(absent));
  return tolerantViews.get(key);
}

const compiled = new WeakMap();
function validatorOf(schema, view) {
  if (!compiled.has(schema)) compiled.set(schema, new Map());
  const views = compiled.get(schema);
  if (!views.has(view)) views.set(view, ajv.compile(rebuilt(schema, view)));
  return views.get(view);
}

const unescaped = (step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~'));

function violations(schema, value, view) {
  const validate = validatorOf(schema, view);
  if (validate(value)) return [];
  // If a part of a composition fails, its fields are reported as unknown too, which is noise.
  const real = validate.errors.filter((error) => error.keyword !== 'unevaluatedProperties');
  return (real.length > 0 ? real : validate.errors).map((error) => ({
    message: error.params.unevaluatedProperty
      ? `field "${error.params.unevaluatedProperty}" is in no schema`
      : `${error.instancePath || 'it'} ${error.message}`,
    path: error.instancePath.split('/').slice(1).map(unescaped),
  }));
}

export const strictViolations = (schema, value) => violations(schema, value, strict);
export const tolerantViolations = (schema, value, absent) => violations(schema, value, tolerantView(absent));
