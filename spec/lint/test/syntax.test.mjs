// Files that cannot be parsed are reported with file and line, and nothing else is.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Scratch } from './scratch.mjs';

const LINT = fileURLToPath(new URL('../lint.mjs', import.meta.url));

/** The expected line of the error, relative to the edit. */
const after = (lines, text = '') => ([file, from]) => {
  const before = readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8').split(from)[0];
  return new RegExp(`${path.basename(file)}\\n\\s+${before.split('\n').length + lines}:\\d+ ${text}`);
};

const SLIPS = [
  ['a list that is not closed', ['schemas/trade.yaml', 'required: [c]', 'required: [c'], after(1)],
  ['a tab', ['schemas/trade.yaml', '  type: object', '\ttype: object'], after(0)],
  ['a name given twice', ['schemas/depth.yaml', 'Level:\n  type: object\n', 'Level:\n  type: object\n  type: object\n'], after(2, '.*duplicate key')],
  ['a slip in a document', ['asyncapi.yaml', '  instruments: 10', '  instruments: [10'], after(1)],
  ['a null schema', ['schemas/depth.yaml', 'Level:\n', 'Nothing:\nLevel:\n'], /depth\.yaml\n.*"Nothing" is not a schema/],
  ['an example that is not JSON', ['examples/http/depths.us.response.json', '"value":', '"value"'], /depths\.us\.response\.json\n\s+\d+:\d+ /],
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
      assert.match(said, typeof expected === 'function' ? expected(edit) : expected);
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
