import { kindOfKey, listsKeys } from './keys.mjs';
import { capital, constant, lower, noun } from './names.mjs';
import { DocumentError, required } from './problems.mjs';
import { recoveryOf } from './recoveries.mjs';
import { propertiesOf } from './schemas.mjs';

const RETENTIONS = { 'latest-per-key': 'LATEST_PER_KEY', 'latest-per-identity': 'LATEST_PER_IDENTITY', every: 'EVERY' };

/** Reads the document into the terms of the generated code. */
export function streamModel(document, schemas, taken) {
  const envelope = envelopeOf(document);
  const operations = document.operations ?? {};
  const sent = Object.entries(operations).filter(([, operation]) => operation.action === 'send');
  const cancels = new Set(sent.map(([, operation]) => operation['x-subscription']?.cancel).filter(Boolean));
  const commands = sent.map(([name, operation]) => command(name, operation, { envelope, schemas, cancels }));
  checkDistinct(commands);
  commands.forEach((each) => checkNames(each, taken));
  const named = new Map(commands.map((each) => [each.name, each]));
  const channels = commands
    .filter(({ role }) => role === 'subscribe')
    .map((subscribe) => channel(subscribe, named, operations, { envelope, schemas }));
  channels.filter(({ key }) => !key.type.interned).forEach(({ key }) => taken.checkMember(key.place, key.name, 'arguments', 'parameters'));
  return {
    envelope: { ...envelope, id: oneIdField(commands) },
    commands,
    channels,
    requests: commands.filter(({ role }) => role === 'request'),
    heartbeat: theOnly(commands.filter(({ role }) => role === 'heartbeat')),
    limits: document['x-limits'] ?? {},
    server: serverOf(document),
  };
}

function envelopeOf(document) {
  const envelope = required('document', 'x-envelope', document['x-envelope']);
  for (const field of ['status', 'ok', 'refused-key', 'data', 'answer', 'push']) {
    required('x-envelope', field, envelope[field]);
  }
  return envelope;
}

function command(name, operation, { envelope, schemas, cancels }) {
  const place = `operation ${name}`;
  const message = theMessage(place, operation.messages);
  const reply = theMessage(`${place}, reply`, required(place, 'reply', operation.reply).messages);
  const idField = correlation(place, message);
  const all = schemas.fields(`message of ${name}`, message.payload);
  const base = {
    name,
    className: capital(name),
    noun: noun(name),
    place,
    section: required(place, 'x-section', operation['x-section']),
    summary: operation.summary ?? message.title ?? name,
    description: operation.description ?? message.summary ?? '',
    operation,
    formerNames: operation['x-formerly'] ?? [],
    type: discriminator(place, message, envelope.answer),
    idField,
    body: all.filter(({ wire }) => wire !== envelope.answer && wire !== idField),
  };
  if (operation['x-heartbeat']) {
    const time = required(place, 'x-heartbeat.time', operation['x-heartbeat'].time);
    required(place, `field ${time} in its answer`, propertiesOf(reply.payload).get(time));
    return { ...base, role: 'heartbeat', time };
  }
  if (operation['x-subscription']) {
    return { ...base, role: 'subscribe' };
  }
  if (cancels.has(name)) {
    return { ...base, role: 'cancel' };
  }
  const data = required(place, `field ${envelope.data} in its answer`, propertiesOf(reply.payload).get(envelope.data));
  const result = resultOf(schemas.typeOf(`answer to ${name}`, data));
  return { ...base, role: 'request', result: withFieldsBeside(result, base, reply, { envelope, schemas }) };
}

/** The result of an answer with fields beside its data: a record of all of them. */
function withFieldsBeside(data, { className, place, idField }, reply, { envelope, schemas }) {
  const known = [envelope.status, envelope.data, envelope.answer, idField];
  const all = schemas.fields(`answer of ${place}`, reply.payload);
  const beside = all.filter(({ wire, schema }) => !known.includes(wire) && schema.enum?.length !== 1);
  if (beside.length === 0) {
    return data;
  }
  const described = all.find(({ wire }) => wire === envelope.data).description;
  const required = beside.find((field) => field.required);
  if (required) {
    throw new DocumentError(required.place, 'is beside the data of an answer, and a refusal has none: do not require it');
  }
  return { kind: 'answer', name: `${className}Answer`, java: `model.${className}Answer`, data, described, beside };
}

/** The result type of a payload: a list becomes results, which report missing and undecodable elements. */
function resultOf(type) {
  return type.kind === 'list' ? { kind: 'results', item: type.item, java: `hk.qos.client.Results<${type.item.java}>` } : type;
}

function channel(subscribe, commands, operations, { envelope, schemas }) {
  const { place, operation, noun: what } = subscribe;
  const x = operation['x-subscription'];
  const cancel = required(place, `operation ${x.cancel} to cancel it`, commands.get(x.cancel));
  const message = theMessage(place, required(place, `operation ${x.push} for its pushes`, operations[x.push]).messages);
  const push = required(`message of ${x.push}`, 'x-push', message['x-push']);
  const record = pushedRecord(`message of ${x.push}`, message, push.key, schemas);
  const fields = schemas.fields(record.name, record.schema);
  const field = (wire) => required(`message of ${x.push}`, `field ${wire}, which x-push names`, fields.find((each) => each.wire === wire));
  const parameters = (x.parameters ?? []).map((wire) => required(place, `parameter ${wire}`, subscribe.body.find((each) => each.wire === wire)));
  const pushed = (push.parameters ?? []).map(field);
  if (pushed.length !== parameters.length || pushed.some(({ type }) => type.kind !== 'enum')) {
    throw new DocumentError(place, 'its parameters and those of its push must be the same, and enumerations');
  }
  const key = field(push.key);
  if (!key.required) {
    throw new DocumentError(key.place, 'is the key of a push, hence must be required');
  }
  if (!kindOfKey(key.type)) {
    throw new DocumentError(key.place, 'is the key of a push, hence must be an instrument code, an enumeration of texts or a plain text');
  }
  const made = {
    place,
    what,
    latest: `latest${noun(x.push)}`,
    formerLatest: (operations[x.push]['x-formerly'] ?? []).map((name) => `latest${noun(name)}`),
    method: lower(what),
    constant: constant(what),
    section: subscribe.section,
    subscribe,
    cancel,
    keys: required(place, `list of keys ${x.keys}`, subscribe.body.find((each) => each.wire === x.keys && listsKeys(each, key))),
    retention: required(place, 'x-subscription.retention that is known', RETENTIONS[x.retention]),
    parameters,
    type: discriminator(`message of ${x.push}`, message, envelope.push),
    record,
    key,
    pushed,
    identity: (push.identity ?? []).map(field),
    time: push.time ? field(push.time) : undefined,
  };
  return { ...made, recovery: recoveryOf(subscribe, commands, made) };
}

/** The record of a push: the part of its payload that has a name and the key. */
function pushedRecord(place, message, key, schemas) {
  const parts = message.payload.allOf ?? [message.payload];
  const part = parts.find((each) => schemas.nameOf(place, each) && propertiesOf(each).has(key));
  return schemas.typeOf(place, required(place, `part with a name and the key ${key}`, part));
}

function theMessage(place, messages) {
  if (messages?.length !== 1) {
    throw new DocumentError(place, 'must have exactly one message');
  }
  return messages[0];
}

function discriminator(place, message, field) {
  const values = propertiesOf(message.payload).get(field)?.enum;
  if (values?.length !== 1) {
    throw new DocumentError(place, `field ${field} of its message must have exactly one value`);
  }
  return String(values[0]);
}

/** The member that carries the correlation id, or undefined. */
function correlation(place, message) {
  const location = message.correlationId?.location;
  if (!location) {
    return undefined;
  }
  const wire = /^\$message\.payload#\/([^/]+)$/.exec(location)?.[1];
  const property = wire && propertiesOf(message.payload).get(wire);
  if (property?.type !== 'integer') {
    throw new DocumentError(place, `correlation id ${location} must be a whole number at the top of the payload`);
  }
  return wire;
}

function checkNames({ name, noun: what, formerNames, place, role, body }, taken) {
  taken.checkOperation(place, name);
  if (role === 'subscribe') {
    taken.checkMember(place, `on${what}`, 'operations');
  }
  formerNames.forEach((former) => taken.checkMember(place, former, 'operations'));
  const lists = ['arguments', ...(role === 'subscribe' ? ['parameters'] : [])];
  body.forEach((field) => taken.checkMember(field.place, field.name, ...lists));
}

function checkDistinct(commands) {
  const seen = new Map();
  for (const { type, place } of commands) {
    if (seen.has(type)) {
      throw new DocumentError(place, `has the type ${type}, which is that of ${seen.get(type)}`);
    }
    seen.set(type, place);
  }
}

function oneIdField(commands) {
  const fields = new Set(commands.map(({ idField }) => idField).filter(Boolean));
  if (fields.size !== 1) {
    throw new DocumentError('document', `correlation ids must all be in one field, and are in: ${[...fields].join(', ')}`);
  }
  return [...fields][0];
}

function theOnly(heartbeats) {
  if (heartbeats.length !== 1) {
    throw new DocumentError('document', `must have one operation with x-heartbeat, and has ${heartbeats.length}`);
  }
  return heartbeats[0];
}

/** The URL of the stream: the path of the server and that of its only channel. */
function serverOf(document) {
  const [server] = Object.values(document.servers ?? {});
  const [{ address }, ...more] = Object.values(document.channels ?? {});
  if (more.length > 0) {
    throw new DocumentError('channels', 'all frames must share one channel');
  }
  const { host, pathname = '', protocol, security = [] } = required('document', 'server', server);
  const header = security.find((scheme) => scheme.in === 'header');
  return { url: `${protocol}://${host}${pathname}${address ?? ''}`, keyHeader: required('server', 'key in a header', header).name };
}
