import { isDuration, seconds } from './duration.mjs';
import { kindOfKey, listsKeys } from './keys.mjs';
import { fieldsOf, isDiscriminator, meant, requiredOf } from './schemas.mjs';

const RETENTIONS = ['latest-per-key', 'latest-per-identity', 'every'];
export const payloadFields = (operation) => fieldsOf(operation?.messages?.[0]?.payload ?? {});

/** The required fields of a command other than these and its type. */
function unknownOf(operation, known) {
  const fields = payloadFields(operation);
  return requiredOf(operation.messages?.[0]?.payload).filter(
    (name) => !known.includes(name) && fields.has(name) && !isDiscriminator(fields.get(name).field),
  );
}

/** The schema of the key of a push. */
export function pushedKey(operation) {
  const key = payloadFields(operation).get(operation?.messages?.[0]?.['x-push']?.key)?.field;
  return meant(key ?? { format: 'instrument-code' });
}

function subscriptionProblems(document, name, { cancel, push, keys, parameters = [], retention }) {
  const { operations } = document;
  const problems = [];
  if (operations[cancel]?.action !== 'send') problems.push(['cancel', `cancel "${cancel}" is not a command`]);
  if (operations[push]?.action !== 'receive') problems.push(['push', `push "${push}" is not a receiving operation`]);
  for (const operation of [name, cancel].filter((one) => operations[one])) {
    const fields = payloadFields(operations[operation]);
    if (!fields.has(keys)) problems.push(['keys', `keys "${keys}" is not a field of "${operation}"`]);
    const key = pushedKey(operations[push]);
    if (fields.has(keys) && !listsKeys(meant(fields.get(keys).field), key)) {
      const wanted = kindOfKey(key) === 'code' ? 'of codes, as InstrumentCodes is' : `of what "${push}" has as its key`;
      problems.push(['keys', `keys "${keys}" of "${operation}" is not a list ${wanted}`]);
    }
    for (const field of parameters) {
      const known = fields.has(field);
      if (!known) problems.push(['parameters', `parameter "${field}" is not a field of "${operation}"`]);
      else if (!meant(fields.get(field).field).enum) {
        problems.push(['parameters', `parameter "${field}" of "${operation}" is not an enumeration`]);
      }
    }
    for (const field of unknownOf(operations[operation], [keys, ...parameters])) {
      problems.push(['parameters', `"${operation}" requires "${field}", which is neither keys nor a parameter`]);
    }
  }
  if (!RETENTIONS.includes(retention)) {
    problems.push(['retention', `retention "${retention}" is not one of ${RETENTIONS.join(', ')}`]);
  }
  const pushed = operations[push]?.messages?.[0]?.['x-push'];
  if (operations[push] && String(pushed?.parameters ?? []) !== String(parameters)) {
    problems.push(['parameters', `"${push}" has other parameters than "${name}"`]);
  }
  if (retention === 'latest-per-identity' && !pushed?.identity?.length) {
    problems.push(['retention', `"${push}" has no identity to keep the latest of`]);
  }
  return problems;
}

/** A subscription names an existing cancel command, push and field of keys. */
export function subscriptionComplete(document) {
  const findings = [];
  for (const [name, operation] of Object.entries(document.operations ?? {})) {
    const subscription = operation['x-subscription'];
    if (!subscription) continue;
    for (const [key, message] of subscriptionProblems(document, name, subscription)) {
      const path = ['operations', name, 'x-subscription'];
      findings.push({
        message: `subscription "${name}": ${message}`,
        path: key in subscription ? [...path, key] : path,
      });
    }
  }
  return findings;
}

/** A push belongs to a subscription and names its key and its identity. */
export function pushComplete(document) {
  const findings = [];
  const subscribed = new Set(Object.values(document.operations ?? {}).map((one) => one['x-subscription']?.push));
  for (const [name, operation] of Object.entries(document.operations ?? {})) {
    if (operation.action !== 'receive') continue;
    const path = ['operations', name];
    const push = operation.messages?.[0]?.['x-push'];
    if (!subscribed.has(name)) findings.push({ message: `no subscription has push "${name}"`, path });
    if (!push?.key) {
      findings.push({ message: `push "${name}" has no x-push with a key`, path });
      continue;
    }
    const fields = payloadFields(operation);
    const named = [push.key, push.time, ...(push.parameters ?? []), ...(push.identity ?? [])];
    for (const field of named.filter((one) => one !== undefined && !fields.has(one))) {
      findings.push({ message: `x-push of "${name}": "${field}" is not a field of it`, path });
    }
  }
  return findings;
}

/** The heartbeat's interval is a duration within its bounds, and the server's time is a field of its answer. */
export function heartbeatComplete(document) {
  const beats = Object.entries(document.operations ?? {}).filter(([, operation]) => operation['x-heartbeat']);
  if (beats.length !== 1)
    return [{ message: `${beats.length} operations have x-heartbeat, not one`, path: ['operations'] }];
  const [[name, operation]] = beats;
  const path = ['operations', name, 'x-heartbeat'];
  const { interval, minimum, maximum, time } = operation['x-heartbeat'];
  if (![interval, minimum, maximum].every(isDuration)) {
    return [{ message: 'interval, minimum and maximum are durations such as PT15S or PT1M', path }];
  }
  const findings = [];
  if (seconds(interval) < seconds(minimum) || seconds(interval) > seconds(maximum)) {
    findings.push({ message: `interval ${interval} is not within ${minimum} and ${maximum}`, path });
  }
  const answered = fieldsOf(operation.reply?.messages?.[0]?.payload ?? {});
  if (time && !answered.has(time)) {
    findings.push({ message: `time "${time}" is not a field of the answer`, path });
  } else if (time && meant(answered.get(time).field).format !== 'unix-time') {
    findings.push({ message: `time "${time}" of the answer is not a unix-time`, path });
  }
  return findings;
}
