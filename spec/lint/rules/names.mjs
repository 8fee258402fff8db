import { httpOperations, isStream } from './bodies.mjs';
import { classProblem, memberProblem } from './java.mjs';
import { eachSchema, fieldsOf, formerNames, isDiscriminator, requiredOf } from './schemas.mjs';

const WIRE = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

/** A schema that becomes a class of its own. */
const isClass = (schema) => Boolean(schema?.properties || schema?.enum || schema?.['x-delimited']);

/** The class of a schema does not collide with another class. The OpenAPI document makes all of them. */
export function className(document) {
  return Object.entries(document.components?.schemas ?? {})
    .filter(([name, schema]) => isClass(schema) && classProblem(name))
    .map(([name]) => ({ message: `schema "${name}" ${classProblem(name)}`, path: ['components', 'schemas', name] }));
}

const capital = (name) => name.charAt(0).toUpperCase() + name.slice(1);
const constant = (name) => name.replace(/(?<!^)([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
/** The part of a name after the verb, as in the generator. */
const noun = (name) => name.replace(/^[a-z0-9]+/, '') || capital(name);

function operationNames(document) {
  if (!isStream(document)) return httpOperations(document).map(([one, path]) => [one.operationId, path, one]);
  return Object.entries(document.operations ?? {}).map(([name, one]) => [name, ['operations', name], one]);
}

/** On the stream an operation also becomes a class; its package has no schemas, but sources import both. */
function streamProblem(document, name) {
  if (!isStream(document)) return undefined;
  if (isClass(document.components?.schemas?.[capital(name)])) return `makes the class ${capital(name)}, as a schema does: choose another name`;
  const problem = classProblem(capital(name));
  return problem && `makes the class ${capital(name)}, which ${problem}`;
}

/** Operations make distinct methods and constants, on the stream also distinct classes, and none is reserved. */
export function operationName(document) {
  const findings = [];
  const made = new Map();
  const formers = new Map();
  for (const [name, path, operation] of operationNames(document)) {
    const at = isStream(document) || name === undefined ? path : [...path, 'operationId'];
    const problem = memberProblem(name, 'operations') ?? streamProblem(document, name);
    if (problem) {
      findings.push({ message: `operation "${name}" ${problem}`, path: at });
      continue;
    }
    const subscription = operation['x-subscription'];
    const products = [constant(name), ...(subscription ? [`${noun(name)}Channel`, `latest${noun(subscription.push ?? name)}`] : [])];
    for (const product of products) {
      if (made.has(product)) {
        findings.push({ message: `operations "${made.get(product)}" and "${name}" both make ${product}`, path: at });
      }
      if (formers.has(product)) {
        const one = formers.get(product);
        findings.push({ message: `x-formerly "${one.former}" of "${one.name}" is the name of "${name}", too`, path: [...one.path, 'x-formerly'] });
      }
      made.set(product, name);
    }
    for (const former of formerNames(operation)) {
      const wrong = memberProblem(former, 'operations');
      const product = operation.action === 'receive' ? `latest${noun(former)}` : constant(former);
      const taken = made.has(product) && `is the name of "${made.get(product)}", too`;
      if (wrong || taken) findings.push({ message: `x-formerly "${former}" of "${name}" ${wrong ?? taken}`, path: [...path, 'x-formerly'] });
      formers.set(product, { former, name, path });
    }
  }
  return findings;
}

/** Names on the wire are used in generated code, in string literals and in names of constants. */
export function wireName(document) {
  const findings = [];
  eachSchema(document, (schema, path) => {
    for (const name of Object.keys(schema.properties ?? {})) {
      if (!WIRE.test(name)) {
        const message = `field "${name}": a name on the wire has letters, digits, "_", "." and "-", and begins with a letter or "_"`;
        findings.push({ message, path: [...path, 'properties', name] });
      }
    }
  });
  return findings;
}

/** The schemas whose fields become arguments of methods: {schema, path, lists, only}. */
function argumentLists(document) {
  if (!isStream(document)) {
    return httpOperations(document).map(([operation]) => ({
      schema: operation.requestBody?.content?.['application/json']?.schema,
      lists: ['arguments'],
      among: (name, required) => required.has(name),
    }));
  }
  return Object.values(document.operations ?? {})
    .filter(({ action }) => action === 'send')
    .map((operation) => ({
      schema: operation.messages?.[0]?.payload,
      lists: ['arguments', ...(operation['x-subscription'] ? ['parameters'] : [])],
      among: () => true,
    }));
}


/** Arguments do not have names that the bodies of their methods use. */
export function argumentName(document) {
  const findings = new Map();
  for (const { schema, lists, among } of argumentLists(document)) {
    const required = new Set(schema ? requiredOf(schema) : []);
    for (const [name, { field }] of schema ? fieldsOf(schema) : []) {
      const java = field['x-java-name'];
      if (java === undefined || isDiscriminator(field) || !among(name, required)) continue;
      if (memberProblem(java) === undefined && memberProblem(java, ...lists)) {
        findings.set(field, `field "${name}": "${java}" is used in the methods of its request: choose another name`);
      }
    }
  }
  if (findings.size === 0) return [];
  const found = [];
  eachSchema(document, (schema, path) => {
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      if (findings.has(field)) found.push({ message: findings.get(field), path: [...path, 'properties', name] });
    }
  });
  return found;
}
