import { httpOperations, isStream } from './bodies.mjs';
import { eachSchema, fieldsOf } from './schemas.mjs';

function operationsOf(document) {
  if (!isStream(document)) return httpOperations(document).map(([one, path]) => [one.operationId, one, path]);
  return Object.entries(document.operations ?? {}).map(([name, one]) => [name, one, ['operations', name]]);
}

/** Every operation has its section of the vendor's documentation: 4.n for HTTP, 5.n for the stream. */
export function operationSection(document) {
  const pattern = isStream(document) ? /^5\.\d+$/ : /^4\.\d+$/;
  return operationsOf(document)
    .filter(([, operation]) => !pattern.test(operation['x-section'] ?? ''))
    .map(([name, operation, path]) => ({
      message: `operation "${name}" has no x-section like ${isStream(document) ? '5.1' : '4.1'}`,
      path: 'x-section' in operation ? [...path, 'x-section'] : path,
    }));
}

const needsReadOnly = (document, operation) =>
  isStream(document)
    ? operation.action === 'send' &&
      (operation.reply?.messages ?? []).some((message) => fieldsOf(message.payload).has('data'))
    : true;

/** Every operation states whether it may be repeated after a failure. */
export function operationReadOnly(document) {
  const writing = httpOperations(document)
    .filter(([operation, path]) => path.at(-1) === 'get' && operation['x-read-only'] === false)
    .map(([operation, path]) => ({ message: `"${operation.operationId}" is a GET, which only reads`, path: [...path, 'x-read-only'] }));
  return writing.concat(operationsOf(document)
    .filter(([, operation]) => needsReadOnly(document, operation) && typeof operation['x-read-only'] !== 'boolean')
    .map(([name, , path]) => ({ message: `operation "${name}" has no x-read-only`, path })));
}

/** `x-permission` is a field of the registration's permissions. */
export function operationPermission(document) {
  const permissions = fieldsOf(document.components?.schemas?.Permissions ?? {});
  return operationsOf(document)
    .filter(([, operation]) => 'x-permission' in operation && !permissions.has(operation['x-permission']))
    .map(([name, operation, path]) => ({
      message: `x-permission "${operation['x-permission']}" of "${name}" is not a permission of a registration`,
      path: [...path, 'x-permission'],
    }));
}

/** The envelope's fields are in every answer. */
export function envelopeComplete(document) {
  const envelope = document['x-envelope'];
  if (!envelope?.status || !envelope.ok || !envelope.data) {
    return [{ message: 'x-envelope names no status, ok and data', path: [] }];
  }
  const answers = isStream(document)
    ? operationsOf(document)
        .filter(([, one]) => one.reply)
        .map(([, one, path]) => [one.reply.messages?.[0]?.payload, path])
    : operationsOf(document).map(([, one, path]) => [
        one.responses?.['200']?.content?.['application/json']?.schema,
        [...path, 'responses', '200'],
      ]);
  const needed = isStream(document) ? [envelope.status, envelope.answer] : [envelope.status, envelope.data];
  return answers.flatMap(([schema, path]) =>
    needed
      .filter((field) => !fieldsOf(schema ?? {}).has(field))
      .map((field) => ({ message: `the answer has no field "${field}" of x-envelope`, path })),
  );
}

/** `x-factory` names existing fields, and all required ones without a default. */
export function factoryComplete(document) {
  const findings = [];
  eachSchema(document, (schema, path, fields) => {
    const named = schema['x-factory'];
    if (named === undefined) return;
    const missing = (schema.required ?? []).filter(
      (one) => !named.includes(one) && fields.get(one)?.field.default === undefined,
    );
    for (const field of named.filter((one) => !fields.has(one))) {
      findings.push({ message: `x-factory names "${field}", which is not a field of it`, path: [...path, 'x-factory'] });
    }
    for (const field of missing) {
      findings.push({ message: `x-factory leaves out "${field}", which is required`, path: [...path, 'x-factory'] });
    }
  });
  return findings;
}
