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

/** An envelope has its names in Java, and data that a refusal can do without. */
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

/** Readers take the data of an answer and nothing beside it, so nothing may stand there. */
export function answerFields(document) {
  const data = document['x-envelope']?.data;
  const known = beside(document);
  return answers(document, data).flatMap(([schema, path]) => [
    ...envelopeProblems(document, schema, path),
    ...[...fieldsOf(schema)]
      .filter(([name, { field }]) => !known.has(name) && !isDiscriminator(field))
      .map(([name, at]) => ({
        message: `"${name}" beside "${data}" would be dropped: make it a field of the schema of "${data}"`,
        path: [...path, ...at.path],
      })),
  ]);
}
