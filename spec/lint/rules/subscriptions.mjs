import { isDuration, seconds } from './duration.mjs';
import { fieldsOf } from './schemas.mjs';

const RETENTIONS = ['latest-per-key', 'latest-per-identity', 'every'];
const payloadFields = (operation) => fieldsOf(operation?.messages?.[0]?.payload ?? {});

function subscriptionProblems(document, name, { cancel, push, keys, parameters = [], retention }) {
  const { operations } = document;
  const problems = [];
  if (operations[cancel]?.action !== 'send') problems.push(['cancel', `cancel "${cancel}" is no command`]);
  if (operations[push]?.action !== 'receive') problems.push(['push', `push "${push}" is no operation that receives`]);
  for (const operation of [name, cancel].filter((one) => operations[one])) {
    const fields = payloadFields(operations[operation]);
    if (!fields.has(keys)) problems.push(['keys', `keys "${keys}" is no field of "${operation}"`]);
    for (const field of parameters.filter((one) => !fields.has(one))) {
      problems.push(['parameters', `parameter "${field}" is no field of "${operation}"`]);
    }
  }
  if (!RETENTIONS.includes(retention)) {
    problems.push(['retention', `retention "${retention}" is none of ${RETENTIONS.join(', ')}`]);
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

/** A subscription names its cancel, its push and its keys, and they exist. */
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

/** A recovery names a request, how many items it is asked for, and where they are. */
export function recoveryComplete(document) {
  const findings = [];
  for (const [name, operation] of Object.entries(document.operations ?? {})) {
    const recovery = operation['x-recovery'];
    if (!recovery) continue;
    const path = ['operations', name, 'x-recovery'];
    const tell = (key, message) =>
      findings.push({ message: `recovery of "${name}": ${message}`, path: key in recovery ? [...path, key] : path });
    if (!operation['x-subscription']) tell('', 'it subscribes to nothing');
    const request = document.operations[recovery.request];
    if (!request?.reply) {
      tell('request', `"${recovery.request}" is no request`);
      continue;
    }
    let fields = payloadFields(request);
    if (recovery.queries) {
      const queries = fields.get(recovery.queries)?.field;
      if (!queries) tell('queries', `queries "${recovery.queries}" is no field of "${recovery.request}"`);
      fields = fieldsOf(queries?.items ?? {});
    }
    const count = fields.get(recovery.count)?.field;
    if (!count) tell('count', `count "${recovery.count}" is no field of what is asked`);
    if (!(recovery.most >= (count?.minimum ?? 1) && recovery.most <= (count?.maximum ?? Infinity))) {
      tell('most', `most ${recovery.most} is not what "${recovery.count}" may be`);
    }
    const data = fieldsOf(request.reply.messages?.[0]?.payload ?? {}).get('data')?.field;
    if (recovery.items && !fieldsOf(data?.items ?? {}).has(recovery.items)) {
      tell('items', `items "${recovery.items}" is no field of the answer's elements`);
    }
  }
  return findings;
}

/** A push belongs to a subscription and says by which of its fields it is told apart. */
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
      findings.push({ message: `x-push of "${name}": "${field}" is no field of it`, path });
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
  if (time && !fieldsOf(operation.reply?.messages?.[0]?.payload ?? {}).has(time)) {
    findings.push({ message: `time "${time}" is no field of the answer`, path });
  }
  return findings;
}
