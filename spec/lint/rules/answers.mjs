import { httpOperations, isStream } from './bodies.mjs';
import { fieldsOf, isDiscriminator, requiredOf } from './schemas.mjs';

/** Answers with data: [schema, path of the schema]. */
function answers(document, data) {
  const found = isStream(document)
    ? Object.entries(document.operations ?? {}).map(([name, one]) => [
        one.reply?.messages?.[0]?.payload,
        ['operations', name, 'reply', 'messages', 0, 'payload'],
      ])
    : httpOperations(document).map(([one, path]) => [
        one.responses?.['200']?.content?.['application/json']?.schema,
        [...path, 'responses', '200', 'content', 'application/json', 'schema'],
      ]);
  return found.filter(([schema]) => schema && fieldsOf(schema).has(data));
}

/** Fields that an answer may have beside its data. */
function beside(document) {
  const { status, data, answer } = document['x-envelope'] ?? {};
  const ids = Object.values(document.components?.correlationIds ?? {}).map(({ location }) => location?.split('#/')[1]);
  return new Set([status, data, answer, ...ids]);
}

/** An envelope has fixed names in Java, and its data is optional, since a refusal has none. */
function envelopeProblems(document, schema, path) {
  const { status, data } = document['x-envelope'];
  const fields = fieldsOf(schema);
  const found = [];
  for (const [wire, java] of [[status, 'message'], [data, 'data']]) {
    const at = fields.get(wire);
    if (at && at.field['x-java-name'] !== java) {
      found.push({ message: `"${wire}" of an answer has x-java-name ${java}`, path: [...path, ...at.path] });
    }
  }
  if (requiredOf(schema).includes(data)) {
    found.push({ message: `a refusal has no "${data}": do not require it`, path: [...path, ...fields.get(data).path] });
  }
  return found;
}

/** The record of an answer with fields beside its data must not have the name of a schema. On the stream it is named after the operation. */
function answerName(document, answer, operation) {
  if (isStream(document)) return `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Answer`;
  const name = Object.entries(document.components?.schemas ?? {}).find(([, schema]) => schema === answer)?.[0];
  return `${String(name).replace(/Reply$/, '')}Answer`;
}

/** Returns what is wrong with a field beside the data, or undefined. */
function besideProblem(document, schema, name, operation) {
  if (requiredOf(schema).includes(name)) return 'is required, and a refusal has none: do not require it';
  const record = answerName(document, schema, operation);
  return document.components?.schemas?.[record] ? `makes the class ${record}, as a schema does: choose another name` : undefined;
}

/** The fields of an answer beside status, data, type and id: [wire name, {field, path}]. */
export function fieldsBeside(document, schema) {
  const known = beside(document);
  return [...fieldsOf(schema)].filter(([name, { field }]) => !known.has(name) && !isDiscriminator(field));
}

/** Fields beside the data of an answer must be readable. */
export function answerFields(document) {
  const data = document['x-envelope']?.data;
  return answers(document, data).flatMap(([schema, path]) => [
    ...envelopeProblems(document, schema, path),
    ...fieldsBeside(document, schema)
      .map(([name, at]) => [besideProblem(document, schema, name, path[1]), name, at])
      .filter(([problem]) => problem)
      .map(([problem, name, at]) => ({ message: `"${name}" beside "${data}" ${problem}`, path: [...path, ...at.path] })),
  ]);
}
