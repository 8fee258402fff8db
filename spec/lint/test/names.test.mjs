// names.json lists the names that templates use; the generators check classes themselves.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { TAKEN } from '../rules/java.mjs';

const ROOT = fileURLToPath(new URL('../../../generated-client/', import.meta.url));
const TEMPLATES = path.join(ROOT, 'codegen/openapi/src/main/resources/qos/client');
const STREAM = path.join(ROOT, 'codegen/asyncapi/template/java');
const SCHEMAS = fileURLToPath(new URL('../../', import.meta.url));

const read = (folder, name) => readFileSync(path.join(folder, name), 'utf8');
const all = (text, expression) => [...text.matchAll(expression)].map((found) => found[1]);

/** Finds a generated file by its name, since packages may change. */
function generated(name) {
  const sources = path.join(ROOT, 'src/generated/java');
  const file = readdirSync(sources, { recursive: true }).find((one) => path.basename(one) === `${name}.java`);
  return read(sources, file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/"(\\.|[^"\\])*"/g, '""')
    .replace(/\/\/.*/g, '');
}

/** Variables, parameters of methods and of lambdas. */
const declared = (text) => [
  ...all(text, /(?:\b(?!return\b|throw\b)[\w]+|[>\]]|\.\.\.) ([a-z]\w*)(?= =|;|,|\)| :)/g),
  ...all(text, /\b(?!default\b)([a-z]\w*)(?:, \w+\))? ->/g),
];

const javaNames = new Set(
  ['openapi.yaml', 'asyncapi.yaml', ...readdirSync(path.join(SCHEMAS, 'schemas')).map((name) => `schemas/${name}`)].flatMap(
    (name) => all(read(SCHEMAS, name), /x-java-name: (\w+)/g),
  ),
);

const lacking = (names, ...lists) =>
  [...new Set(names)].filter((name) => !javaNames.has(name) && !lists.some((list) => TAKEN[list].includes(name))).sort();

test('methods beside those of operations are taken', () => {
  const methods = /\bpublic (?:static )?(?:final )?[\w<>.${}()?', ]+? (\w+)\(/g;
  const faces = ['QosHttp.mustache', 'QosHttpAsync.mustache'].flatMap((name) => all(read(TEMPLATES, name), methods));
  const stream = all(read(STREAM, 'stream.mjs'), methods);
  assert.ok(faces.includes('async') && stream.includes('explain'), `${faces} ${stream}`);
  assert.deepEqual(lacking([...faces, ...stream].filter((name) => /^[a-z]/.test(name)), 'operations'), []);
});

test('constants beside those of operations are taken', () => {
  const constants = /\b(?:public|private) static final [\w<>]+ ([A-Z_]+) =/g;
  const names = all(generated('StreamOperations'), constants);
  const taken = new Set(TAKEN.operations.map((name) => name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()));
  const ofOperations = new Set(all(generated('StreamOperations'), /StreamOperation ([A-Z_]+) =/g));
  assert.ok(names.includes('HEARTBEAT_MAXIMUM'), `${names}`);
  assert.deepEqual(names.filter((name) => !taken.has(name) && !ofOperations.has(name)), []);
});

test('what stands beside components is taken', () => {
  // Fields are read as members of this, so that components may have their names.
  const names = declared(generated('PushDecoders').replace(/private final .*;/g, ''));
  assert.ok(names.includes('wireName') && names.includes('in'), `${names}`);
  assert.deepEqual(lacking(names, 'components'), []);
});

test('what stands beside arguments is taken', () => {
  // The parameters of drain and history, and the exception of connect, are never beside those of a request.
  const elsewhere = ['timeout', 'range', 'e'];
  const http = ['Requests', 'QosHttp', 'QosHttpAsync'].flatMap((name) => declared(generated(name)));
  const stream = declared(generated('QosStream').replace(/private final .*;|this\.\w+ = \w+;|QosStream\([\s\S]*?\)|return client;/g, ''));
  assert.ok(http.includes('given') && stream.includes('options'), `${http} ${stream}`);
  assert.deepEqual(lacking([...http, ...stream], 'arguments', 'parameters').filter((name) => !elsewhere.includes(name)), []);
});
