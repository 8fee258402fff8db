import { httpOperations } from './bodies.mjs';
import { memberProblem } from './java.mjs';
import { meant } from './schemas.mjs';
import { referred } from './written.mjs';

const JSON_BODY = 'application/json';

const METHODS = ['post', 'get', 'delete'];
const isText = (schema) => Boolean(schema?.type) && !['array', 'object'].includes(schema.type) && !schema['x-delimited'];

/** Returns what is wrong with one parameter, or undefined. */
function parameterProblem(parameter, url) {
  const schema = meant(parameter.schema);
  const items = schema.type === 'array' ? meant(schema.items) : undefined;
  if (!['path', 'query'].includes(parameter.in)) return 'a parameter is in path or query';
  if (!isText(items ?? schema)) return 'a parameter is a value, or a list of values: write several parameters';
  if (!items && schema.format === 'instrument-code-batch') return 'codes are a list: write InstrumentCodes';
  if (parameter.in === 'path' && items) return 'a parameter in the path is one value: move the list into the query';
  if (parameter.in === 'path' && !(parameter.required && url.includes(`{${parameter.name}}`))) {
    return `a parameter in the path is required, and the path has {${parameter.name}}`;
  }
  if (parameter.style || parameter.explode !== undefined) return 'lists are repeated, as by default: leave out style and explode';
  if (!parameter.description?.trim()) return 'a parameter has a description';
  const wrong = memberProblem(parameter['x-java-name'], 'components', ...(parameter.required ? ['arguments'] : []));
  return wrong && `x-java-name "${parameter['x-java-name']}" ${wrong}`;
}

function parameterProblems(document, [operation, path]) {
  const capital = String(operation.operationId).replace(/^./, (first) => first.toUpperCase());
  const found = (operation.parameters ?? []).flatMap((parameter, index) => {
    const problem = parameterProblem(parameter, path[1]);
    return problem ? [[[...path, 'parameters', index], `parameter "${parameter.name}": ${problem}`]] : [];
  });
  if (operation.parameters && document.components?.schemas?.[`${capital}Request`]) {
    found.push([[...path, 'parameters'], `the parameters become the class ${capital}Request, as a schema does: choose another name`]);
  }
  return found;
}

/** Returns what the client cannot send; the generator would drop or refuse it. */
function problemsOf(document, context, [operation, path]) {
  const method = path.at(-1);
  const found = [];
  if (!METHODS.includes(method)) {
    found.push([path, `${method.toUpperCase()} is not generated: describe the interface as POST, with what it asks in its body`]);
  }
  if (document.paths[path[1]].parameters) {
    found.push([[...path.slice(0, 2), 'parameters'], 'parameters belong to the operation: move them there']);
  }
  if (method === 'post' && operation.parameters) {
    found.push([[...path, 'parameters'], 'a POST has no parameters: make them fields of the request body']);
  }
  if (method !== 'post' && operation.requestBody) {
    found.push([[...path, 'requestBody'], `a ${method.toUpperCase()} has no body: make its fields parameters`]);
  }
  found.push(...parameterProblems(document, [operation, path]));
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

/** Every interface is one POST of JSON, or a GET or DELETE with parameters, and answers with a named schema. */
export function operationShape(document, _, context) {
  const findings = httpOperations(document).flatMap((operation) =>
    problemsOf(document, context, operation).map(([path, message]) => ({ message, path })),
  );
  for (const [url, item] of Object.entries(document.paths ?? {})) {
    const methods = httpOperations({ paths: { [url]: item } });
    if (!/^(\/([A-Za-z0-9_.~-]+|\{[A-Za-z0-9_.-]+\}))+$/.test(url)) {
      findings.push({ message: `path "${url}" has only letters, digits, "_", ".", "~" and "-" between slashes, or a parameter`, path: ['paths', url] });
    }
    if (methods.length !== 1) {
      findings.push({ message: `${url} has ${methods.length} methods: it has one`, path: ['paths', url] });
    }
  }
  return findings;
}
