import { fieldsOf } from './schemas.mjs';

const LOCATION = /^\$message\.(payload|header)#\/(.+)$/;
const messagesOf = (document) => Object.entries(document.components?.messages ?? {});

/** The field that a JSON pointer names in a schema. */
function pointed(schema, pointer) {
  return pointer.split('/').reduce((at, step) => (at ? fieldsOf(at).get(step)?.field : undefined), schema);
}

/** A correlation id exists at its location; an answer has one if its command does. */
export function correlationLocation(document) {
  const findings = [];
  for (const [name, message] of messagesOf(document)) {
    const location = message.correlationId?.location;
    if (location === undefined) continue;
    const [, part, pointer] = LOCATION.exec(location) ?? [];
    const schema = part === 'header' ? message.headers : message.payload;
    const path = ['components', 'messages', name, 'correlationId'];
    if (!schema || !pointed(schema, pointer)) {
      findings.push({ message: `correlation id of "${name}" is at ${location}, where there is nothing`, path });
    } else if (part !== 'payload' || pointer.includes('/') || pointed(schema, pointer).type !== 'integer') {
      findings.push({ message: `correlation id of "${name}" is not an integer at the top of its payload`, path });
    }
  }
  const places = new Set(messagesOf(document).map(([, message]) => message.correlationId?.location).filter(Boolean));
  if (places.size > 1) {
    const message = `all commands have their correlation id in one field, not in ${[...places].join(' and ')}`;
    findings.push({ message, path: ['components', 'correlationIds'] });
  }
  for (const [name, operation] of Object.entries(document.operations ?? {})) {
    if (!operation.reply) continue;
    const [asked, given] = [operation.messages?.[0], operation.reply.messages?.[0]];
    if (Boolean(asked?.correlationId) !== Boolean(given?.correlationId)) {
      const message = `"${name}": only one of command and answer has a correlation id`;
      findings.push({ message, path: ['operations', name, 'reply'] });
    }
  }
  return findings;
}

/** Every message is sent, received or an answer; every command has an answer. */
export function messageUsed(document) {
  const used = new Set();
  const findings = [];
  for (const [name, operation] of Object.entries(document.operations ?? {})) {
    for (const message of [...(operation.messages ?? []), ...(operation.reply?.messages ?? [])]) used.add(message);
    if (operation.action === 'send' && !operation.reply?.messages?.length) {
      findings.push({ message: `command "${name}" has no answer`, path: ['operations', name] });
    }
  }
  const listed = new Set(
    Object.values(document.channels ?? {}).flatMap((channel) => Object.values(channel.messages ?? {})),
  );
  for (const [name, message] of messagesOf(document)) {
    const path = ['components', 'messages', name];
    if (!used.has(message)) findings.push({ message: `message "${name}" belongs to no operation`, path });
    if (!listed.has(message)) findings.push({ message: `message "${name}" belongs to no channel`, path });
  }
  return findings;
}
