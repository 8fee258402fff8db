// Shows on a copy of the project that changes of the API reach the client by regeneration alone: the documents grow, lose a
// field, and shrink again. The copy also gets a format, which needs code. The last line begins with "growth:"; the exit
// status is 0 only if every step passed.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { addFormat, FILES as FORMAT } from './format.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.join(HERE, '../../..');
const SCRATCH = path.join(ROOT, 'target/growth');
const COPY = path.join(SCRATCH, 'project');
const GENERATED = 'generated-client/src/generated';
const TEST = 'conformance-tests/src/test/java/hk/qos/growth/GrownApiTest.java';
const TESTS = path.join(ROOT, 'conformance-tests/src/test/java');
/** All tests of the client, and those that write contracts, the page of names and the list of the API, which change here. */
const FIRST = ['hk/qos/client/**/*Test', 'HttpContractTest', 'StreamContractTest', 'WireMapTest'];
/** For a plain build: all others, and the test of the additions. */
const THEN = [...filesBelow(TESTS).map((file) => path.basename(file, '.java')), path.basename(TEST, '.java')].filter(
  (test) => test.endsWith('Test') && !FIRST.includes(test),
);
const MAVEN = ['-B', '-q', '-Dspotless.check.skip', '-Dstyle.color=never'];
const OUTPUT_SHOWN = 4000;
/** A field that no code names but the simulator's catalogue. */
const REMOVED = 'InstrumentInfo.dy';
/** A field that changes its name in Java, as spec/README.md says; no code names it. */
const RENAMED = { file: 'spec/schemas/instrument.yaml', from: 'netAssetsPerShare', to: 'bookValuePerShare' };
/** The files that may differ after the documents have grown, besides generated ones and those of the new format. */
const MEANT =
  /^(spec\/(openapi\.yaml|asyncapi\.yaml|schemas\/|examples\/)|conformance-tests\/pacts\/|docs\/wire-map\.md$|generated-client\/public-api\.txt$)/;

const at = (...parts) => path.join(COPY, ...parts);

function run(folder, command, args, { env = process.env, fails = false } = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32',
  });
  const said = `${stdout ?? ''}${stderr ?? ''}${error ?? ''}`;
  if ((status !== 0) !== fails) {
    throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${said.slice(-OUTPUT_SHOWN)}`);
  }
  return said;
}

/** All files below a folder, relative to it. */
function filesBelow(folder) {
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return files.map((file) => path.relative(folder, path.join(file.parentPath ?? file.path, file.name)).split(path.sep).join('/'));
}

/** The same, with their content. */
const contents = (folder) =>
  new Map(filesBelow(folder).map((file) => [file, fs.readFileSync(path.join(folder, file), 'latin1')]));

function differences(before, after) {
  return {
    added: [...after.keys()].filter((file) => !before.has(file)),
    gone: [...before.keys()].filter((file) => !after.has(file)),
    changed: [...after.keys()].filter((file) => before.has(file) && before.get(file) !== after.get(file)),
  };
}

function expect(condition, message) {
  if (!condition) throw new Error(message);
}

/** The runtime is independent of the documents; compiling its tests would only take time. */
const LEFT_OUT = /^ws-runtime\/src\/test\//;

/** Copies the project without build output; the large folders of Node packages are linked. */
function copy() {
  fs.rmSync(SCRATCH, { recursive: true, force: true });
  const listed = run(ROOT, 'git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  const files = listed.split('\0').filter((file) => file && !LEFT_OUT.test(file) && fs.existsSync(path.join(ROOT, file)));
  for (const file of files) fs.cpSync(path.join(ROOT, file), at(file));
  for (const tools of ['spec/lint', 'generated-client/codegen/asyncapi']) {
    const installed = path.join(ROOT, tools, 'node_modules');
    if (fs.existsSync(installed)) fs.symlinkSync(installed, at(tools, 'node_modules'), 'junction');
    else run(at(tools), 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  return `${files.length} files`;
}

/** A new format, as spec/README.md says; the lint's tests judge its row. */
function format() {
  addFormat(COPY);
  run(at('spec/lint'), 'node', ['--test', '--test-name-pattern=^a format', 'test/lint.test.mjs']);
  return `${FORMAT.length} files`;
}

let additions = '';
function grown() {
  additions = run(HERE, 'node', ['grow.mjs', at('spec')]).trim();
  expect(!/\b0 /.test(additions), `additions are incomplete: ${additions}`);
  const gone = run(at('spec/lint'), 'npm', ['run', '--silent', 'remove-field', '--', REMOVED]).split('\n')[0];
  rename();
  run(at('spec/lint'), 'node', ['index.mjs']);
  run(at('spec/lint'), 'npm', ['run', '--silent', 'lint']);
  return `${additions}; ${gone} ${RENAMED.from} is now ${RENAMED.to}. The lint passes`;
}

function rename() {
  const { file, from, to } = RENAMED;
  const text = fs.readFileSync(at(file), 'utf8');
  const renamed = text.replace(new RegExp(`^( *)x-java-name: ${from}$`, 'm'), `$1x-java-name: ${to}\n$1x-formerly: [${from}]`);
  expect(renamed !== text, `${file} has no field ${from} to rename`);
  fs.writeFileSync(at(file), renamed);
}

/** A path with a Node that does not work. */
function withoutNode() {
  const folder = path.join(SCRATCH, 'no-node');
  fs.mkdirSync(folder, { recursive: true });
  for (const tool of ['node', 'npm', 'npx']) {
    fs.writeFileSync(path.join(folder, tool), `#!/bin/sh\necho "a plain build called ${tool}" >&2\nexit 99\n`, { mode: 0o755 });
  }
  return { ...process.env, PATH: `${folder}${path.delimiter}${process.env.PATH}` };
}

const plainBuild = (options) =>
  run(COPY, 'mvn', [...MAVEN, '-pl', 'generated-client', '-am', 'compile'], { ...options, env: withoutNode() });

function refused() {
  const said = plainBuild({ fails: true });
  for (const text of ['changed: spec/openapi.yaml', 'changed: spec/asyncapi.yaml', 'mvn -Pregenerate']) {
    expect(said.includes(text), `a plain build of edited documents does not print "${text}":\n${said}`);
  }
  return 'a plain build of edited documents fails and names the command';
}

function regenerated() {
  fs.mkdirSync(path.dirname(at(TEST)), { recursive: true });
  fs.copyFileSync(path.join(HERE, path.basename(TEST)), at(TEST));
  run(COPY, 'mvn', [...MAVEN, '-Pregenerate']);
  const { added, gone, changed } = differences(contents(path.join(ROOT, GENERATED)), contents(at(GENERATED)));
  expect(gone.length === 0, `growing removed ${gone.join(', ')}`);
  return { added: added.length, changed: changed.length };
}

/** Tests of the client, contracts and list of the API. */
function rewritten() {
  run(COPY, 'mvn', testing(FIRST, '-Ppacts,api'));
  return 'contracts and list of the API';
}

const testing = (tests, ...options) => [
  ...MAVEN,
  ...options,
  '-pl',
  'conformance-tests',
  '-am',
  'test',
  `-Dtest=${tests.join(',')}`,
  '-Dsurefire.failIfNoSpecifiedTests=false',
];

/** The other tests, in a build without Node. */
function tested() {
  run(COPY, 'mvn', testing(THEN), { env: withoutNode() });
  return { tests: testsRun() };
}

/** Counts the tests from the reports; none may be skipped or missing. */
function testsRun() {
  let tests = 0;
  const ofClient = [...contents(at('generated-client/src/test/java')).keys()].filter((file) => file.endsWith('Test.java'));
  const missing = new Set([...ofClient.map((file) => path.basename(file, '.java')), ...FIRST.slice(1), ...THEN]);
  for (const folder of ['generated-client', 'conformance-tests']) {
    for (const [file, report] of contents(at(folder, 'target/surefire-reports'))) {
      const counted = /<testsuite [^>]*?\btests="(\d+)"[^>]*/.exec(report);
      if (!file.endsWith('.xml') || !counted) continue;
      expect(/ skipped="0"/.test(counted[0]) && / failures="0"/.test(counted[0]), `${file} has skipped or failed tests`);
      tests += Number(counted[1]);
      missing.delete(file.replace(/^.*\.(\w+)\.xml$/, '$1'));
    }
  }
  expect(missing.size === 0, `did not run: ${[...missing].join(', ')}`);
  return tests;
}

/** Only documents, contracts and generated files differ from the project. */
function untouched() {
  run(COPY, 'git', ['init', '-q']);
  const listed = run(COPY, 'git', ['ls-files', '-z', '--others', '--exclude-standard']).split('\0').filter(Boolean);
  const byHand = listed.filter((file) => {
    if (!fs.lstatSync(at(file)).isFile()) return false; // borrowed tools
    const original = path.join(ROOT, file);
    const same = fs.existsSync(original) && fs.readFileSync(original).equals(fs.readFileSync(at(file)));
    return !same && !MEANT.test(file) && !FORMAT.includes(file) && file !== TEST;
  });
  const stray = byHand.filter((file) => !file.startsWith(`${GENERATED}/`));
  expect(stray.length === 0, `regeneration changed ${stray.join(', ')}`);
  return 'documents, contracts, the list of the API and the new format apart, no file but generated ones differs';
}

/** With the original documents, the generated files are the original ones, byte by byte, and none is left over. */
function shrunk() {
  for (const part of ['openapi.yaml', 'asyncapi.yaml', 'formats.json', 'schemas']) {
    fs.rmSync(at('spec', part), { recursive: true });
    fs.cpSync(path.join(ROOT, 'spec', part), at('spec', part), { recursive: true });
  }
  run(COPY, 'mvn', [...MAVEN, '-Pregenerate']);
  const after = contents(at(GENERATED));
  const { added, gone, changed } = differences(contents(path.join(ROOT, GENERATED)), after);
  const astray = [...added.map((f) => `left over: ${f}`), ...gone.map((f) => `gone: ${f}`), ...changed];
  expect(astray.length === 0, `regeneration does not come back to where it was:\n${astray.join('\n')}`);
  return `${after.size} generated files are as before, none is left over`;
}

const started = Date.now();
let name = '';
function step(title, work) {
  name = title;
  const begun = Date.now();
  const result = work();
  const told = typeof result === 'string' ? result : Object.entries(result).map(([what, n]) => `${n} ${what}`).join(', ');
  console.log(`${title}: ${told} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  return result;
}

try {
  step('copy', copy);
  step('format', format);
  step('grow', grown);
  step('forget', refused);
  const { added, changed } = step('regenerate', regenerated);
  step('write', rewritten);
  const { tests } = step('test', tested);
  step('leave alone', untouched);
  step('shrink', shrunk);
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(
    `growth: a format, ${additions} added to the documents, ${REMOVED} removed, ${RENAMED.from} renamed; ` +
      `${added} files generated anew, ${changed} changed, 0 by hand; ${tests} tests pass; back to the byte; ${seconds} s`,
  );
} catch (error) {
  console.log(error.message);
  console.log(`growth: FAILED at "${name}"`);
  process.exitCode = 1;
}
