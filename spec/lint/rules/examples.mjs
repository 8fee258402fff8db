import { bodiesOf, httpOperations, isStream } from './bodies.mjs';
import { strictViolations } from './validation.mjs';

/** Every body has an example. */
export function examplePresent(document) {
  return bodiesOf(document)
    .filter((body) => body.examples.length === 0)
    .map((body) => ({ message: `${body.part} of "${body.of}" has no example`, path: body.path }));
}

/** Every example satisfies its schema, formats included, and has no unknown field. */
export function exampleValid(document) {
  return bodiesOf(document).flatMap((body) =>
    body.examples.flatMap((example) =>
      strictViolations(body.schema, example.value).map((violation) => ({
        message: `example "${example.name}" of "${body.of}": ${violation.message}`,
        path: [...example.valuePath, ...violation.path],
      })),
    ),
  );
}

const nameOf = (document, message) =>
  Object.entries(document.components?.messages ?? {}).find(([, candidate]) => candidate === message)?.[0];

/** Pairs of names of bodies: a request and its answer. */
function conversations(document) {
  const bodies = bodiesOf(document);
  const body = (of, part) => bodies.find((candidate) => candidate.of === of && candidate.part === part);
  if (!isStream(document)) {
    return httpOperations(document).map(([{ operationId }]) => [
      body(operationId, 'request'),
      body(operationId, 'response'),
    ]);
  }
  return Object.values(document.operations ?? {})
    .filter((operation) => operation.reply)
    .map((operation) => [operation.messages[0], operation.reply.messages[0]])
    .map((pair) => pair.map((message) => body(nameOf(document, message), 'frame')));
}

/** Every example of a request has an answer of the same name, on the stream also with the same type and reqid. */
export function exampleAnswered(document) {
  const findings = [];
  for (const [request, answer] of conversations(document)) {
    if (!request || !answer) continue;
    for (const asked of request.examples) {
      const given = answer.examples.find((example) => example.name === asked.name);
      const astray = given && ['type', 'reqid'].find((field) => asked.value?.[field] !== given.value?.[field]);
      if (!given) {
        findings.push({
          message: `example "${asked.name}" of "${request.of}" has no answer in "${answer.of}"`,
          path: asked.path,
        });
      } else if (astray) {
        const message = `example "${asked.name}" of "${answer.of}": its ${astray} is not the one of "${request.of}"`;
        findings.push({ message, path: given.valuePath });
      }
    }
    if (isStream(document)) continue;
    for (const given of answer.examples.filter((one) => !request.examples.some((asked) => asked.name === one.name))) {
      findings.push({ message: `example "${given.name}" of "${answer.of}" answers no request`, path: given.path });
    }
  }
  return findings;
}
