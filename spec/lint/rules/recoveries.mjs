import { fieldsBeside } from './answers.mjs';
import { kindOfKey } from './keys.mjs';
import { fieldsOf, isDiscriminator, meant, requiredOf } from './schemas.mjs';
import { payloadFields, pushedKey } from './subscriptions.mjs';

/** Whether two schemas are equal, apart from their places. */
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** The pushed record: the part of the payload with the key. */
function pushedBy(document, operation) {
  const message = document.operations[operation['x-subscription']?.push]?.messages?.[0];
  const parts = message?.payload?.allOf ?? [message?.payload];
  return parts.find((part) => fieldsOf(part ?? {}).has(message?.['x-push']?.key));
}

/** The values that a recovery can give to a request: the count, codes, and the subscription's parameters. */
function unfilled(fields, names, recovery, parameters) {
  return names.filter((name) => {
    const field = meant(fields.get(name)?.field);
    if (name === recovery.count || name === recovery.queries || isDiscriminator(field)) return false;
    const isCodes = field.format === 'instrument-code-batch' || meant(field.items).format === 'instrument-code-batch';
    return !isCodes && !parameters.some((parameter) => same(parameter, field));
  });
}

/** A recovery names a request, the number of items to request, and the field with the items. */
export function recoveryComplete(document) {
  const findings = [];
  for (const [name, operation] of Object.entries(document.operations ?? {})) {
    const recovery = operation['x-recovery'];
    if (!recovery) continue;
    const path = ['operations', name, 'x-recovery'];
    const tell = (key, message) =>
      findings.push({ message: `recovery of "${name}": ${message}`, path: key in recovery ? [...path, key] : path });
    if (!operation['x-subscription']) tell('', 'it subscribes to nothing');
    else if (kindOfKey(pushedKey(document.operations[operation['x-subscription'].push])) !== 'code') tell('', 'only pushes of instruments are recovered');
    const request = document.operations[recovery.request];
    if (!request?.reply) {
      tell('request', `"${recovery.request}" is not a request`);
      continue;
    }
    if (fieldsBeside(document, request.reply.messages?.[0]?.payload ?? {}).length > 0) {
      tell('request', `the answer to "${recovery.request}" has fields beside its data, which a recovery would drop`);
    }
    let fields = payloadFields(request);
    let asked = requiredOf(request.messages?.[0]?.payload);
    const parameters = (operation['x-subscription']?.parameters ?? []).map((name) => meant(payloadFields(operation).get(name)?.field));
    if (recovery.queries) {
      const queries = meant(fields.get(recovery.queries)?.field);
      if (!fields.has(recovery.queries)) tell('queries', `queries "${recovery.queries}" is not a field of "${recovery.request}"`);
      else if (!queries.items?.['x-factory']) tell('queries', `the items of "${recovery.queries}" have no x-factory`);
      asked = unfilled(fields, asked, recovery, parameters).concat(queries.items?.['x-factory'] ?? []);
      fields = new Map([...fields, ...fieldsOf(queries.items ?? {})]);
    }
    for (const field of unfilled(fields, asked, recovery, parameters)) {
      tell('request', `"${recovery.request}" requires "${field}", for which a recovery has no value`);
    }
    const count = fields.get(recovery.count)?.field;
    if (!count) tell('count', `count "${recovery.count}" is not a field of the request`);
    if (!(recovery.most >= (count?.minimum ?? 1) && recovery.most <= (count?.maximum ?? Infinity))) {
      tell('most', `most ${recovery.most} is not what "${recovery.count}" may be`);
    }
    const data = fieldsOf(request.reply.messages?.[0]?.payload ?? {}).get('data')?.field;
    const elements = fieldsOf(data?.items ?? {});
    if (recovery.items && !elements.has(recovery.items)) {
      tell('items', `items "${recovery.items}" is not a field of the answer's elements`);
    } else {
      const given = recovery.items ? meant(elements.get(recovery.items).field).items : data?.items;
      if (!same(given, pushedBy(document, operation))) tell('request', `the items of "${recovery.request}" are not what is pushed`);
    }
  }
  return findings;
}
