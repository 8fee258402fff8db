import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { FORMATS, TABLE } from '../rules/formats.mjs';
import { strictViolations } from '../rules/validation.mjs';
import ruleset from '../ruleset.mjs';
import { MUTATIONS } from './mutations.mjs';
import { Scratch } from './scratch.mjs';

const shown = (findings) =>
  findings.map((one) => `${one.rule} ${one.file} ${one.path}: ${one.message}`).join('\n') || 'none';

/** A finding with an empty path concerns a document or file as a whole. */
const matches = (mutation) => (finding) =>
  finding.rule === mutation.rule &&
  finding.file === mutation.at[0] &&
  finding.path === mutation.at[1] &&
  finding.message.includes(mutation.says ?? '');

describe('the documents', () => {
  let scratch;
  before(() => (scratch = new Scratch()));
  after(() => scratch.close());

  for (const document of ['openapi.yaml', 'asyncapi.yaml']) {
    test(`${document} passes without a finding`, async () => {
      assert.equal(shown(await scratch.lint(document)), 'none');
    });
  }
});

describe('a code', () => {
  const codes = parse(readFileSync(new URL('../../schemas/codes.yaml', import.meta.url), 'utf8'));

  for (const [schema, format] of [['InstrumentCode', 'instrument-code'], ['InstrumentCodeBatch', 'instrument-code-batch']]) {
    test(`has no space of any script and no control character (${schema})`, () => {
      for (const flags of ['', 'u']) {
        const pattern = new RegExp(codes[schema].pattern, flags);
        for (const no of [' ', '\t', '\u0085', '\u00a0', '\u1680', '\u2003', '\u2028', '\u202f', '\u3000', '\ufeff']) {
          assert.ok(!pattern.test(`US:A${no}B`) && !FORMATS[format].validate(`US:A${no}B`), JSON.stringify(no));
        }
        assert.ok(pattern.test('US:BRK.B') && FORMATS[format].validate('SH:\u8305\u53f0'));
      }
    });
  }
});

describe('a format', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

  for (const [format, { json, valid, invalid }] of Object.entries(TABLE)) {
    test(`${format} is described and judged as its table says`, () => {
      assert.match(readme, new RegExp(`^\\|[^|]*\`${format}\``, 'm'));
      const violations = (value) => strictViolations({ type: json, format }, value);
      for (const value of valid) assert.deepEqual(violations(value), [], JSON.stringify(value));
      for (const value of invalid) assert.notDeepEqual(violations(value), [], JSON.stringify(value));
    });
  }
});

describe('the lint', () => {
  for (const mutation of MUTATIONS) {
    test(`finds ${mutation.what} (${mutation.rule}, ${mutation.in})`, async () => {
      const scratch = new Scratch();
      try {
        scratch.edit(...mutation.edit);
        if (mutation.also) scratch.edit(...mutation.also);
        const findings = await scratch.lint(mutation.in, mutation.rule);
        assert.ok(
          findings.some(matches(mutation)),
          `no ${mutation.rule} at ${mutation.at.join(' ')} in:\n${shown(findings)}`,
        );
      } finally {
        scratch.close();
      }
    });
  }

  test('has a break for every rule of ours', () => {
    const ours = Object.keys(ruleset.rules).filter((name) => ruleset.rules[name] !== 'off');
    const broken = new Set(MUTATIONS.map((mutation) => mutation.rule));
    assert.deepEqual(
      ours.filter((name) => !broken.has(name)),
      [],
    );
  });

  test('finds an example file that nothing refers to', async () => {
    const scratch = new Scratch();
    try {
      scratch.write('examples/http/depths.mars.response.json', '{"summary": "No market", "value": {"msg": "OK"}}\n');
      const said = shown(await scratch.lint('openapi.yaml', 'example-file', 'example-index'));
      assert.match(said, /example-file openapi.yaml : examples\/http\/depths.mars.response.json/);
      assert.match(said, /example-index .*depths.mars.response.json/);
    } finally {
      scratch.close();
    }
  });

  test('finds an example whose file is gone', async () => {
    const scratch = new Scratch();
    try {
      scratch.remove('examples/stream/pushDepth.us.json');
      const findings = await scratch.lint('asyncapi.yaml', 'example-file');
      assert.ok(
        findings.some((one) => one.rule === 'invalid-ref' && one.message.includes('pushDepth.us.json')),
        shown(findings),
      );
    } finally {
      scratch.close();
    }
  });
});
