// What is said of files that cannot be read: file and line, and nothing else.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Scratch } from './scratch.mjs';

const LINT = fileURLToPath(new URL('../lint.mjs', import.meta.url));

const SLIPS = [
  ['a list that is not closed', ['schemas/trade.yaml', 'required: [c]', 'required: [c'], /trade\.yaml\n\s+5:\d+ /],
  ['a tab', ['schemas/trade.yaml', '  type: object', '\ttype: object'], /trade\.yaml\n\s+2:\d+ /],
  ['a name given twice', ['schemas/depth.yaml', 'Level:\n  type: object\n', 'Level:\n  type: object\n  type: object\n'], /depth\.yaml\n\s+28:\d+ .*duplicate key/],
  ['a slip in a document', ['asyncapi.yaml', '  instruments: 10', '  instruments: [10'], /asyncapi\.yaml\n\s+38:\d+ /],
  ['a schema that is none', ['schemas/depth.yaml', 'Level:\n', 'Nothing:\nLevel:\n'], /depth\.yaml\n.*"Nothing" is no schema/],
  ['an example that is no JSON', ['examples/http/depths.us.response.json', '"value":', '"value"'], /depths\.us\.response\.json\n\s+\d+:\d+ /],
  ['an example without a value', ['examples/http/depths.us.response.json', '"value"', '"valeu"'], /depths\.us\.response\.json\n.*summary and value/],
];

for (const [what, edit, expected] of SLIPS) {
  test(`${what} is told with file and line`, () => {
    const scratch = new Scratch();
    try {
      scratch.edit(...edit);
      const { stdout, stderr, status } = spawnSync(process.execPath, [LINT, scratch.folder], { encoding: 'utf8' });
      const said = stdout.replace(/\u001b\[\d*m/g, '');
      assert.equal(status, 1);
      assert.equal(stderr, '');
      assert.match(said, expected);
      assert.ok(said.includes(path.join(scratch.folder, edit[0])) && !/^\s+at /m.test(said), said);
      assert.ok(said.split('\n').length < 10, said);
    } finally {
      scratch.close();
    }
  });
}

test('the whole lint passes the documents and ends with 0', () => {
  const { stdout, status } = spawnSync(process.execPath, [LINT], { encoding: 'utf8' });
  assert.equal(status, 0, stdout);
});
