import { httpOperations } from './bodies.mjs';
import { referred } from './written.mjs';

const JSON_BODY = 'application/json';

/** What the client can send for now; another shape would be dropped or refused by the generator. */
function problemsOf(document, context, [operation, path]) {
  const method = path.at(-1);
  const found = [];
  if (method !== 'post') {
    found.push([path, `${method.toUpperCase()} is not generated: describe the interface as POST, with what it asks in its body`]);
  }
  const item = document.paths[path[1]];
  for (const [holder, at] of [[item, path.slice(0, 2)], [operation, path]]) {
    if (holder.parameters) found.push([[...at, 'parameters'], 'parameters are not generated: make them fields of the request body']);
  }
  const refers = (...steps) => {
    const media = [...path, ...steps, 'content', JSON_BODY, 'schema'];
    const at = (root) => media.reduce((node, step) => node?.[step], root);
    return referred(at(context.document.data)) && at(document)?.properties;
  };
  if (operation.requestBody) {
    if (!refers('requestBody')) {
      found.push([[...path, 'requestBody'], `the request is ${JSON_BODY} with a $ref to an object of components.schemas`]);
    }
  }
  if (!refers('responses', '200')) {
    found.push([[...path, 'responses'], `the answer is 200 with ${JSON_BODY} and a $ref to an object of components.schemas`]);
  }
  return found;
}

/** Every interface is one POST of JSON, asked and answered by schemas that have names. */
export function operationShape(document, _, context) {
  const findings = httpOperations(document).flatMap((operation) =>
    problemsOf(document, context, operation).map(([path, message]) => ({ message, path })),
  );
  for (const [url, item] of Object.entries(document.paths ?? {})) {
    const methods = httpOperations({ paths: { [url]: item } });
    if (!/^(\/[A-Za-z0-9_.~-]+)+$/.test(url)) {
      findings.push({ message: `path "${url}" has only letters, digits, "_", ".", "~" and "-" between slashes`, path: ['paths', url] });
    }
    if (methods.length !== 1) {
      findings.push({ message: `${url} has ${methods.length} methods: it has one, POST`, path: ['paths', url] });
    }
  }
  return findings;
}
