// The JSON Schema of each `x-` field, and the places where the field is allowed.

const text = { type: 'string', minLength: 1 };
/** A text that is compared with texts on the wire and printed in messages. */
const word = { type: 'string', pattern: '^[A-Za-z0-9_.-]+$' };
const texts = { type: 'array', items: text, uniqueItems: true };
const fields = { type: 'array', items: text, minItems: 1, uniqueItems: true };
const count = { type: 'integer', minimum: 1 };
/** Regular expressions by market. */
const patterns = { type: 'object', minProperties: 1, additionalProperties: { type: 'string', format: 'regex' } };
const closed = (required, properties) => ({
  type: 'object',
  required: required.split(' ').filter(Boolean),
  properties,
  additionalProperties: false,
});

/** How others spell codes, by name. */
const styles = {
  type: 'object',
  minProperties: 1,
  propertyNames: { pattern: '^[A-Z][A-Z0-9_]*$' },
  additionalProperties: closed('description codes', {
    description: text,
    dot: { type: 'string', pattern: '^[^A-Za-z0-9"\\\\{}]$' },
    codes: {
      type: 'object',
      minProperties: 1,
      additionalProperties: { type: 'string', pattern: '^[^{}"\\\\,]*\\{symbol(:[1-9])?\\}[^{}"\\\\,]*$' },
    },
  }),
};
/** When a market trades: sessions of its days, a week without a pause, or always. */
const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const CLOCK = '([01][0-9]|2[0-3]):[0-5][0-9]';
const clock = { type: 'string', pattern: `^${CLOCK}$` };
const ofWeek = { type: 'string', pattern: `^(${DAYS.join('|')}) ${CLOCK}$` };
const sessions = { type: 'array', minItems: 1, items: closed('session from to', { session: word, from: clock, to: clock }) };
const hours = closed('zone', {
  zone: text,
  days: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: DAYS } },
  sessions,
  'half-day': sessions,
  week: closed('zone from to', { zone: text, from: ofWeek, to: ofWeek }),
});
/** What a record computes from two prices: a field, or a field of the first item of a list. */
const prices = { type: 'array', minItems: 2, maxItems: 2, items: { type: 'string', pattern: '^[^.]+([.][^.]+)?$' } };
const derived = {
  type: 'object',
  minProperties: 1,
  additionalProperties: {
    ...closed('description', { description: text, difference: prices, percent: prices, mean: prices }),
    minProperties: 2,
    maxProperties: 2,
  },
};
const truth = { type: 'boolean' };
const yes = { const: true };
const duration = { type: 'string', format: 'java-duration' };
/** A reference to a schema: a text, which stays as it is, or a $ref, which the parser resolves. */
const reference = { anyOf: [{ type: 'string', pattern: '#/' }, { type: 'object' }] };

const part = closed('x-java-name description', {
  'x-java-name': text,
  description: text,
  type: { enum: ['string', 'integer', 'number', 'boolean'] },
  format: text,
  $ref: text,
  'x-secret': truth,
});

const envelope = { status: word, ok: word, data: word, 'refused-key': { type: 'string', format: 'regex' } };
const everyEnvelope = Object.keys(envelope).join(' ');

const of = (schema, ...where) => ({ schema, where });

const SHARED = {
  'x-java-name': of(text, 'field', 'parameter'),
  'x-formerly': of(fields, 'field', 'operation'),
  'x-lenient': of({ const: 'number' }, 'field'),
  'x-least': of({ type: 'integer' }, 'field', 'parameter'),
  'x-limit': of({ const: 'barsPerRequest' }, 'field'),
  'x-unsent': of(yes, 'field'),
  'x-secret': of(truth, 'field'),
  'x-enum-varnames': of(texts, 'schema', 'field'),
  'x-enum-descriptions': of(texts, 'schema', 'field'),
  'x-code': of(
    closed('markets', { markets: reference, 'without-codes': texts, 'drop-leading-zeros': texts, 'upper-case': texts, patterns, symbols: patterns, styles }),
    'schema',
  ),
  'x-trading-hours': of(
    closed('sessions markets', { sessions: { type: 'string', pattern: '#/' }, markets: { type: 'object', minProperties: 1, additionalProperties: hours } }),
    'schema',
  ),
  'x-key': of(reference, 'field', 'schema'),
  'x-delimited': of({ type: 'string', pattern: '^[^"\\\\A-Za-z0-9]$' }, 'schema'),
  'x-parts': of({ type: 'array', minItems: 1, items: part }, 'schema'),
  'x-factory': of(fields, 'schema'),
  'x-derived': of(derived, 'schema'),
  'x-section': of(text, 'operation'),
  'x-read-only': of(truth, 'operation'),
};

export const HTTP = {
  ...SHARED,
  'x-reading': of(
    closed('absent moments', {
      absent: texts,
      moments: closed('earliest latest milliseconds-from', {
        earliest: { type: 'string', format: 'date-time' },
        latest: { type: 'string', format: 'date-time' },
        'milliseconds-from': count,
      }),
    }),
    'document',
  ),
  'x-permission': of(text, 'operation'),
  'x-examples': of({ type: 'object', additionalProperties: { type: 'object' } }, 'operation'),
  'x-requests-per-minute': of(count, 'operation'),
  'x-paging': of(
    closed('queries cursor count most items follows unique inclusive', {
      queries: text,
      cursor: text,
      count: text,
      most: count,
      items: text,
      follows: text,
      unique: truth,
      inclusive: truth,
    }),
    'operation',
  ),
  'x-envelope': of(closed(everyEnvelope, envelope), 'document'),
  'x-limits': of(
    closed('instruments requestsPerMinute', { instruments: count, requestsPerMinute: count }),
    'document',
  ),
};

export const STREAM = {
  ...SHARED,
  'x-envelope': of(closed(`${everyEnvelope} answer push`, { ...envelope, answer: word, push: word }), 'document'),
  'x-limits': of(
    closed('instruments connections spacing', { instruments: count, connections: count, spacing: duration }),
    'document',
  ),
  'x-heartbeat': of(
    closed('interval minimum maximum time', { interval: duration, minimum: duration, maximum: duration, time: text }),
    'operation',
  ),
  'x-subscription': of(
    closed('cancel push keys retention', { cancel: text, push: text, keys: text, parameters: fields, retention: text }),
    'operation',
  ),
  'x-recovery': of(
    closed('request count most', { request: text, count: text, most: count, queries: text, items: text }),
    'operation',
  ),
  'x-push': of(closed('key', { key: text, parameters: fields, identity: fields, time: text }), 'message'),
};
