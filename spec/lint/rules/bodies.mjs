// Finds the bodies of a document: everything with examples, as {of, part, schema, examples, path}.

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

/** Operations of an OpenAPI document: [operation, path]. */
export function httpOperations(document) {
  return Object.entries(document.paths ?? {}).flatMap(([url, item]) =>
    METHODS.filter((method) => item[method]).map((method) => [item[method], ['paths', url, method]]),
  );
}

const mediaOf = (node, path) =>
  Object.entries(node?.content ?? {}).map(([type, media]) => ({ media, path: [...path, 'content', type] }));

function httpBody(of, part, { media, path }) {
  const examples = Object.entries(media.examples ?? {}).map(([name, example]) => ({
    name,
    value: example?.value,
    path: [...path, 'examples', name],
    valuePath: [...path, 'examples', name, 'value'],
  }));
  return { of, part, schema: media.schema, examples, path, file: (name) => `http/${of}.${name}.${part}.json` };
}

/** The parameters of an operation as the schema of an object. */
export function parametersSchema(operation) {
  const parameters = Array.isArray(operation.parameters) ? operation.parameters : [];
  if (parameters.length === 0) return undefined;
  return {
    type: 'object',
    required: parameters.filter((one) => one.required).map((one) => one.name),
    properties: Object.fromEntries(parameters.map((one) => [one.name, one.schema ?? {}])),
  };
}

function httpBodies(document) {
  const bodies = [];
  for (const [operation, path] of httpOperations(document)) {
    const parameters = parametersSchema(operation);
    if (parameters) {
      const media = { schema: parameters, examples: {} };
      const body = httpBody(operation.operationId, 'request', { media, path });
      const examples = Object.entries(operation['x-examples'] ?? {}).map(([name, example]) => ({
        name,
        value: example?.value,
        path: [...path, 'x-examples', name],
        valuePath: [...path, 'x-examples', name, 'value'],
      }));
      bodies.push({ ...body, examples });
    }
    for (const media of mediaOf(operation.requestBody, [...path, 'requestBody'])) {
      bodies.push(httpBody(operation.operationId, 'request', media));
    }
    for (const media of mediaOf(operation.responses?.['200'], [...path, 'responses', '200'])) {
      bodies.push(httpBody(operation.operationId, 'response', media));
    }
  }
  for (const [name, response] of Object.entries(document.components?.responses ?? {})) {
    for (const media of mediaOf(response, ['components', 'responses', name])) {
      const body = httpBody(name, 'error', media);
      bodies.push({ ...body, file: (example) => `responses/${name}.${example}.json` });
    }
  }
  return bodies;
}

function streamBodies(document) {
  return Object.entries(document.components?.messages ?? {}).map(([of, message]) => {
    const path = ['components', 'messages', of];
    const examples = (message.examples ?? []).map((example, index) => ({
      name: example.name,
      value: example.payload,
      path: [...path, 'examples', index],
      valuePath: [...path, 'examples', index, 'payload'],
    }));
    return { of, part: 'frame', schema: message.payload, examples, path, file: (name) => `stream/${of}.${name}.json` };
  });
}

export const isStream = (document) => document.asyncapi !== undefined;
export const bodiesOf = (document) => (isStream(document) ? streamBodies(document) : httpBodies(document));
