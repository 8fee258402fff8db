import { httpOperations } from './bodies.mjs';
import { fieldsOf, meant, requiredOf } from './schemas.mjs';

const JSON_BODY = 'application/json';
const ofBody = (node) => fieldsOf(node?.content?.[JSON_BODY]?.schema ?? {});
const isObject = (schema) => fieldsOf(schema).size > 0;

/** What is wrong with the queries of a paged operation: `[key, message]`. */
function problemsOfQueries(paging, operation) {
  const body = ofBody(operation.requestBody);
  const queries = meant(body.get(paging.queries)?.field);
  if (!queries.items || !isObject(queries.items)) return [['queries', `queries "${paging.queries}" is no list of queries in the body`]];
  const fields = fieldsOf(queries.items);
  const problems = [];
  const cursor = meant(fields.get(paging.cursor)?.field);
  if (!fields.has(paging.cursor)) problems.push(['cursor', `cursor "${paging.cursor}" is no field of a query`]);
  else if (cursor.format !== 'unix-time') problems.push(['cursor', `cursor "${paging.cursor}" is no unix-time`]);
  else if (requiredOf(queries.items).includes(paging.cursor)) {
    problems.push(['cursor', `cursor "${paging.cursor}" is required, and the first page has none`]);
  }
  const count = meant(fields.get(paging.count)?.field);
  if (!fields.has(paging.count)) problems.push(['count', `count "${paging.count}" is no field of a query`]);
  else if (count.format !== 'int32') problems.push(['count', `count "${paging.count}" is no int32`]);
  else if (!(paging.most >= (count.minimum ?? 1) && paging.most <= (count.maximum ?? Infinity))) {
    problems.push(['most', `most ${paging.most} is not what "${paging.count}" may be`]);
  } else if (!count['x-limit']) problems.push(['count', `count "${paging.count}" has no x-limit, and most is a limit of the plan`]);
  if (!queries.items['x-factory']) problems.push(['queries', `the items of "${paging.queries}" have no x-factory`]);
  if (![...fields.values()].some(({ field }) => meant(field).format === 'instrument-code-batch')) {
    problems.push(['queries', `the items of "${paging.queries}" name no instruments`]);
  }
  return problems;
}

/** What is wrong with the items of the answer. */
function problemsOfItems(paging, operation, { status, data }) {
  const answer = ofBody(operation.responses?.['200']);
  const beside = [...answer.keys()].filter((name) => name !== status && name !== data);
  if (beside.length > 0) return [['items', `the answer has "${beside[0]}" beside its data`]];
  const elements = fieldsOf(meant(answer.get(data)?.field).items ?? {});
  const items = meant(elements.get(paging.items)?.field);
  if (!items.items || !isObject(items.items)) return [['items', `items "${paging.items}" is no list of objects in the answer's elements`]];
  const problems = [];
  if (![...elements.values()].some(({ field }) => meant(field).format === 'instrument-code')) {
    problems.push(['items', 'the elements of the answer have no instrument']);
  }
  const follows = meant(fieldsOf(items.items).get(paging.follows)?.field);
  if (!fieldsOf(items.items).has(paging.follows)) problems.push(['follows', `follows "${paging.follows}" is no field of an item`]);
  else if (follows.format !== 'unix-time') problems.push(['follows', `follows "${paging.follows}" is no unix-time, as the cursor is`]);
  return problems;
}

/** `x-paging` names fields of the queries and of the items, and both are moments. */
export function pagingComplete(document) {
  return httpOperations(document)
    .filter(([operation]) => operation['x-paging'])
    .flatMap(([operation, path]) => {
      const paging = operation['x-paging'];
      const problems = [
        ...problemsOfQueries(paging, operation),
        ...problemsOfItems(paging, operation, document['x-envelope'] ?? {}),
      ];
      return problems.map(([key, message]) => ({
        message: `paging of "${operation.operationId}": ${message}`,
        path: key in paging ? [...path, 'x-paging', key] : [...path, 'x-paging'],
      }));
    });
}
