import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse, parseDocument } from 'yaml';
import { cutOf, indexOf, without } from '../cuts.mjs';
import { removeField } from '../remove-field.mjs';
import { exampleFiles } from '../rules/files.mjs';
import { Scratch } from './scratch.mjs';

const SPEC = fileURLToPath(new URL('../../', import.meta.url));
const read = (folder, file) => readFileSync(path.join(folder, file), 'utf8');
const shown = (findings) => findings.map((one) => `${one.rule} ${one.file} ${one.path}: ${one.message}`).join('\n') || 'none';

function tried(what, work) {
  test(what, async () => {
    const scratch = new Scratch();
    try {
      scratch.own('examples/');
      await work(scratch);
    } finally {
      scratch.close();
    }
  });
}

/** Counts a key in the texts of the examples. */
const count = (folder, key) =>
  exampleFiles(path.join(folder, 'examples')).reduce(
    (sum, file) => sum + read(folder, `examples/${file}`).split(`"${key}":`).length - 1,
    0,
  );

tried('a field leaves its schema and all examples, and the lint passes', async (scratch) => {
  const edited = removeField(scratch.folder, 'Snapshot', 'l');
  assert.ok(edited.includes('schemas/snapshot.yaml') && edited.length > 30, `${edited}`);
  for (const document of ['openapi.yaml', 'asyncapi.yaml']) assert.equal(shown(await scratch.lint(document)), 'none');
  const schemas = parse(read(scratch.folder, 'schemas/snapshot.yaml'));
  assert.ok(!('l' in schemas.Snapshot.properties) && 'l' in schemas.SessionQuote.properties);
  // Quotes of sessions, which are another schema, keep theirs.
  const us = JSON.parse(read(scratch.folder, 'examples/http/snapshots.us.response.json')).value.data;
  assert.ok(us.every((one) => !('l' in one)) && us.some((one) => 'l' in one.pq));
});

tried('the lint reports derived values of a removed field', async (scratch) => {
  removeField(scratch.folder, 'Snapshot', 'yp');
  assert.match(shown(await scratch.lint('openapi.yaml')), /derived-complete .* x-derived "change": "yp" is not a decimal/);
});

tried('what is left is as it was written', (scratch) => {
  removeField(scratch.folder, 'Snapshot', 't');
  const before = read(SPEC, 'schemas/snapshot.yaml').split('\n');
  const after = read(scratch.folder, 'schemas/snapshot.yaml').split('\n');
  const from = before.indexOf('    t:');
  assert.deepEqual(after, [...before.slice(0, from), ...before.slice(before.indexOf('    s:'))]);
  assert.equal(
    read(scratch.folder, 'examples/stream/pushSnapshot.us.json'),
    read(SPEC, 'examples/stream/pushSnapshot.us.json').replace(/"t": "[^"]*", /, ''),
  );
});

tried('a field of what stands in maps, lists and lists of lists of others goes, too', async (scratch) => {
  for (const [schema, field, within] of [['Level', 'v', 'depth'], ['Product', 'name', 'market'], ['KLine', 'cl', 'kline']]) {
    removeField(scratch.folder, schema, field);
    assert.ok(!(field in parse(read(scratch.folder, `schemas/${within}.yaml`))[schema].properties));
  }
  assert.ok(count(SPEC, 'cl') > 0 && count(SPEC, 'name') > 0);
  assert.equal(count(scratch.folder, 'cl') + count(scratch.folder, 'name'), 0);
  for (const document of ['openapi.yaml', 'asyncapi.yaml']) assert.equal(shown(await scratch.lint(document)), 'none');
});

tried('a required field leaves the lists that name it, and a list that gets empty goes', async (scratch) => {
  removeField(scratch.folder, 'KLineQuery', 'a');
  removeField(scratch.folder, 'Depth', 'c');
  const { KLineQuery } = parse(read(scratch.folder, 'schemas/kline.yaml'));
  assert.deepEqual(KLineQuery.required, ['c', 'co', 'kt']);
  assert.ok(!('required' in parse(read(scratch.folder, 'schemas/depth.yaml')).Depth));
  // The lint reports other references, which a person must resolve.
  assert.match(shown(await scratch.lint('asyncapi.yaml')), /push-complete .*"c" is not a field/);
});

tried('a field of a schema within a document goes', (scratch) => {
  removeField(scratch.folder, 'Ack', 'time');
  const { Ack } = parse(read(scratch.folder, 'asyncapi.yaml')).components.schemas;
  assert.deepEqual(Object.keys(Ack.properties), ['msg', 'reqid']);
  assert.ok(!('time' in JSON.parse(read(scratch.folder, 'examples/stream/heartbeatAck.plain.json')).value));
});

tried('what cannot be done is said in one sentence, and nothing is written', (scratch) => {
  const tool = fileURLToPath(new URL('../remove-field.mjs', import.meta.url));
  for (const [target, words] of [
    ['Snapshot.turnover', 'on the wire it is Snapshot.t'],
    ['Snapshots.t', 'no schema is called Snapshots'],
    ['Refusal.msg', 'the only field'],
    ['Snapshot', 'npm run remove-field'],
  ]) {
    const { status, stderr } = spawnSync(process.execPath, [tool, target, scratch.folder], { encoding: 'utf8' });
    assert.equal(status, 1);
    assert.ok(stderr.includes(words) && stderr.trim().split('\n').length === 1, stderr);
  }
  assert.equal(read(scratch.folder, 'schemas/snapshot.yaml'), read(SPEC, 'schemas/snapshot.yaml'));
});

test('every entry of a map or list can be cut out, first, middle, last and only', () => {
  const texts = [
    '{"a": 1, "b": [2], "c": {"d": 3}}',
    '{\n  "a": 1, "b": [2],\n  "c": {"d": 3}\n}',
    '{\n  "a": 1,\n  "b": [2],\n  "c": {"d": 3}\n}\n',
    'a: 1\nb: [2]\nc: {d: 3}\n',
    'a: 1\nb:\n  - 2\nc:\n  # words\n  d: 3',
  ];
  for (const text of texts) {
    for (const key of ['a', 'b', 'c']) {
      const map = parseDocument(text).contents;
      const { [key]: gone, ...rest } = parse(text);
      assert.deepEqual(parse(without(text, [cutOf(text, map, indexOf(map, key))])), rest, `${key} of ${text}`);
    }
  }
  const list = parseDocument('[1, 2, 3]').contents;
  const left = [1, 2, 3].map((item) => without('[1, 2, 3]', [cutOf('[1, 2, 3]', list, indexOf(list, item))]));
  assert.deepEqual(left, ['[2, 3]', '[1, 3]', '[1, 2]']);
});
