import { fieldsOf, requiredOf } from './schemas.mjs';

const BATCH = 'instrument-code-batch';
const isBatch = (schema) => (schema.allOf?.length === 1 ? isBatch(schema.allOf[0]) : schema.format === BATCH);
const sent = (schema) => [...fieldsOf(schema)].filter(([, { field }]) => !field['x-unsent']);

/** Returns what is wrong with one schema in a command; `top` is the command itself, `item` an item of a list, `value` that of a map. */
function problem(schema, role) {
  if (schema['x-delimited']) return 'a command cannot carry a delimited text: write an object';
  if (schema.format === BATCH && role === 'top') return 'a command carries a list of batches, not one: write InstrumentCodes';
  if (!schema.properties || role === 'part') return undefined;
  if (sent(schema).length > 0 && !requiredOf(schema).some((name) => sent(schema).some(([wire]) => wire === name))) {
    return 'an object that a command carries begins with a required field, and this one has none';
  }
  const batches = sent(schema).filter(([, { field }]) => isBatch(field));
  if (batches.length > 0 && role === 'value') return `the value of a map has no batch of codes, and this one has ${batches[0][0]}: write a list of objects`;
  return batches.length > 1 ? `an object has one batch of codes, and this one has ${batches.map(([wire]) => wire).join(' and ')}` : undefined;
}

/** The client must be able to encode every part of a command. */
export function commandBody(document) {
  const findings = new Map();
  const walk = (schema, path, role, open) => {
    if (!schema || typeof schema.$ref === 'string' || open.includes(schema)) return;
    const message = problem(schema, role);
    if (message) findings.set(schema, { message, path });
    const within = (child, steps, as) => walk(child, [...path, ...steps], as, [...open, schema]);
    if (schema.items) within(schema.items, ['items'], 'item');
    if (schema.additionalProperties) within(schema.additionalProperties, ['additionalProperties'], 'value');
    const composed = role === 'payload' ? 'part' : role;
    (schema.allOf ?? []).forEach((part, index) => within(part, ['allOf', index], composed));
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      const inside = role === 'payload' || role === 'part' ? 'top' : 'inner';
      if (!field['x-unsent']) within(field, ['properties', name], inside);
    }
  };
  for (const [name, operation] of Object.entries(document.operations ?? {})) {
    if (operation.action !== 'send') continue;
    walk(operation.messages?.[0]?.payload, ['operations', name, 'messages', 0, 'payload'], 'payload', []);
  }
  return [...findings.values()];
}
