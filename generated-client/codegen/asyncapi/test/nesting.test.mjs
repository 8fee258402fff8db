// The output of the template for nested lists, names that would make the same constant, and keys of maps.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { objectWriter } from '../template/java/encoding.mjs';
import { Schemas } from '../template/java/schemas.mjs';
import { JavaSource, prose } from '../template/java/source.mjs';
import { TakenNames } from '../template/java/taken.mjs';
import { readBytes, writeBytes } from '../template/java/values.mjs';

const table = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const formats = table('../../../../spec/formats.json');
const taken = new TakenNames(table('../../names.json'));
const market = { type: 'string', enum: ['HK', 'US'] };
const schemas = new Schemas({ Market: market }, formats, taken);
const source = () => new JavaSource({ face: 'a', stream: 'a.stream', model: 'a.model', json: 'a.json' }, 'stream', taken);

const listOf = (items) => ({ type: 'array', items });
const cube = schemas.typeOf('cube', listOf(listOf(listOf({ type: 'string', format: 'decimal' }))));

/** No parameter of a lambda has the name of an enclosing one's. */
function assertNested(java, expected) {
  const names = [...java.matchAll(/\(?(\w+)(?:, (\w+)\))? ->/g)].flatMap(([, one, other]) => [one, other].filter(Boolean));
  assert.equal(names.length, expected, java);
  assert.equal(new Set(names).size, names.length, java);
}

test('lists of lists are read and written by lambdas that do not hide each other', () => {
  assertNested(readBytes(source(), cube), 3);
  assertNested(writeBytes(source(), 'cube', cube, 'value'), 6);
});

test('members whose names make one constant get constants of their own', () => {
  const text = schemas.typeOf('text', { type: 'string' });
  const members = ['c', 'end', 'END', 'a_b', 'aB'].map((wire, i) => ({ wire, type: text, value: `v${i}`, optional: i > 0 }));
  const names = objectWriter(source(), '', '{', members).constants.map((line) => /byte\[\] (\w+) =/.exec(line)[1]);
  assert.equal(new Set(names).size, names.length, `${names}`);
});

test('the key of a map is found by its name, as schemas refer to it', () => {
  const map = { type: 'object', additionalProperties: { type: 'boolean' }, 'x-key': './enums.yaml#/Market' };
  assert.equal(schemas.typeOf('map', map).key.name, 'Market');
  assert.throws(() => schemas.typeOf('map', { ...map, 'x-key': '#/Mars' }), /no schema Mars/);
});

test('a map is written with its keys as text', () => {
  const map = schemas.typeOf('map', { type: 'object', additionalProperties: listOf({ type: 'string', format: 'decimal' }), 'x-key': './enums.yaml#/Market' });
  const java = writeBytes(source(), 'map', map, 'value');
  assert.match(java, /writeMap\(out, value, Market::wire, /);
  assertNested(java, 4);
});

test('a name that generated code uses is refused', () => {
  const named = (name) => () =>
    schemas.fields('Trade', { properties: { p: { type: 'string', 'x-java-name': name } } }).map((field) => field.name);
  assert.deepEqual(named('price')(), ['price']);
  for (const name of ['in', 'wireName', 'hashCode']) assert.throws(named(name), /choose another name/);
  for (const name of ['close', 'request', 'get-depth']) assert.throws(() => taken.checkOperation('here', name), /choose another name/);
  assert.throws(() => source().use('java.util.Unlisted'), /names\.json lacks "Unlisted"/);
});

test('a backslash in a description does not start an escape in a comment', () => {
  assert.ok(!prose('C:\\users').includes('\\'));
});
