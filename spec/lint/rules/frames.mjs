import { UNIX_TIMES } from './formats.mjs';
import { kindOfKey } from './keys.mjs';
import { fieldsOf, meant, requiredOf } from './schemas.mjs';
import { referred, writtenPayload } from './written.mjs';

const operationsOf = (document) => Object.entries(document.operations ?? {});

/** All frames share one channel, on a server that takes the key in a header. */
export function oneChannel(document) {
  const findings = Object.keys(document.channels ?? {})
    .slice(1)
    .map((name) => ({
      message: `channel "${name}" is a second one: list its messages under the first, all frames share one connection`,
      path: ['channels', name],
    }));
  const [server] = Object.entries(document.servers ?? {});
  if (server && !(server[1].security ?? []).some((scheme) => scheme.in === 'header')) {
    findings.push({ message: `server "${server[0]}" takes the key in no header`, path: ['servers', server[0]] });
  }
  return findings;
}

/** Every operation has one message, every command one answer, and a field of the envelope distinguishes the types. */
export function messageTold(document) {
  const { answer, push, data } = document['x-envelope'] ?? {};
  const cancels = new Set(operationsOf(document).map(([, one]) => one['x-subscription']?.cancel));
  const findings = [];
  const seen = new Map();
  for (const [name, operation] of operationsOf(document)) {
    const tell = (message, ...steps) => findings.push({ message: `"${name}" ${message}`, path: ['operations', name, ...steps] });
    if (operation.messages?.length !== 1) tell(`has ${operation.messages?.length ?? 0} messages: it has one`, 'messages');
    if (operation.reply && operation.reply.messages?.length !== 1) tell('has not one answer', 'reply');
    const field = operation.action === 'send' ? answer : push;
    const values = fieldsOf(operation.messages?.[0]?.payload ?? {}).get(field)?.field.enum;
    if (values?.length !== 1 || typeof values[0] !== 'string' || !/^[A-Za-z0-9_.-]+$/.test(values[0])) {
      tell(`has a message whose "${field}" is not an enum of one text of letters and digits`);
      continue;
    }
    const kind = `${field} ${values[0]}`;
    if (seen.has(kind)) tell(`sends or receives ${kind}, as "${seen.get(kind)}" does`);
    seen.set(kind, name);
    const isRequest = operation.action === 'send' && !operation['x-subscription'] && !operation['x-heartbeat'] && !cancels.has(name);
    if (isRequest && !fieldsOf(operation.reply?.messages?.[0]?.payload ?? {}).has(data)) {
      tell(`is a request whose answer has no "${data}"`, 'reply');
    }
  }
  return findings;
}

/** A push contains one named record and its type; readers ignore everything else. */
export function pushRecord(document, _, context) {
  const { push: tag } = document['x-envelope'] ?? {};
  const findings = [];
  const names = new Map(Object.entries(document.components?.messages ?? {}).map(([name, message]) => [message, name]));
  for (const [name, operation] of operationsOf(document)) {
    const message = operation.messages?.[0];
    const push = message?.['x-push'];
    if (operation.action !== 'receive' || !push?.key) continue;
    const path = ['operations', name, 'messages', 0, 'payload'];
    const tell = (words, at = path) => findings.push({ message: `push "${name}": ${words}`, path: at });
    const written = writtenPayload(context, names.get(message));
    const parts = message.payload?.allOf ?? [message.payload];
    const index = parts.findIndex((part, i) => referred(written?.allOf?.[i] ?? written) && fieldsOf(part).has(push.key));
    const record = parts[index];
    if (!record) {
      tell(`no part of its payload is a schema with a name and the key "${push.key}"`);
      continue;
    }
    for (const [wire, at] of fieldsOf(message.payload)) {
      if (wire !== tag && !fieldsOf(record).has(wire)) tell(`"${wire}" beside its record would be dropped: make it a field of the record`, [...path, ...at.path]);
    }
    const key = fieldsOf(record).get(push.key).field;
    if (!requiredOf(record).includes(push.key)) tell(`its key "${push.key}" may be missing: make it required in its schema`, written?.allOf ? [...path, 'allOf', index] : path);
    if (!kindOfKey(meant(key))) tell(`its key "${push.key}" is not an instrument-code, an enumeration of texts or a plain text`);
    const time = push.time && meant(fieldsOf(record).get(push.time)?.field);
    if (time && ![...UNIX_TIMES, 'date-time'].includes(time.format)) tell(`its time "${push.time}" is not a unix-time, unix-time-ms or date-time`);
    for (const parameter of push.parameters ?? []) {
      if (!meant(fieldsOf(record).get(parameter)?.field ?? {}).enum) tell(`its parameter "${parameter}" is not an enumeration of the record`);
    }
  }
  return findings;
}
