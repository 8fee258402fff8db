// Two branches that both changed the documents merge as spec/README.md says: conflicts are in generated files only, no line
// of these is marked, and one command makes them anew. Shown on a copy of the project; ends with a line that begins with
// "merge:". Needs Node 20, git and Maven; about a minute.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const COPY = path.join(ROOT, 'target/merge');
const GENERATED = 'generated-client/src/generated';
const TOOLS = 'generated-client/codegen/asyncapi/node_modules';
const GENERATOR = 'generated-client/codegen/openapi/target/classes';
const MAVEN = ['-B', '-q', '-Dspotless.check.skip', '-Dstyle.color=never', '-pl', 'generated-client', '-am'];

const at = (...parts) => path.join(COPY, ...parts);

function run(command, args, { cwd = COPY, fails = false } = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32',
  });
  const said = `${stdout ?? ''}${stderr ?? ''}${error ?? ''}`;
  if ((status !== 0) !== fails) throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${said.slice(-4000)}`);
  return said;
}

const git = (...args) => run('git', ['-c', 'user.name=merge', '-c', 'user.email=merge@localhost', ...args]);
const list = (...args) => git(...args).split('\0').filter(Boolean);

function expect(condition, message) {
  if (!condition) throw new Error(message);
}

function copy() {
  fs.rmSync(COPY, { recursive: true, force: true });
  const files = run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT }).split('\0');
  for (const file of files.filter((one) => one && fs.existsSync(path.join(ROOT, one)))) {
    fs.cpSync(path.join(ROOT, file), at(file));
  }
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'base');
  // Installed packages and build output are linked, not made again.
  for (const folder of [TOOLS, GENERATOR]) {
    if (fs.existsSync(path.join(ROOT, folder))) fs.cpSync(path.join(ROOT, folder), at(folder), { recursive: true });
  }
}

function regenerate() {
  // Only the generator's own classes are needed.
  const skip = fs.existsSync(at(GENERATOR)) ? ['-Dmaven.main.skip'] : [];
  run('mvn', [...MAVEN, '-Pregenerate', ...skip, 'compile']);
}

/** A branch that adds a field to a schema and regenerates. */
function branch(name, file, schema) {
  git('checkout', '-q', '-b', name, 'main');
  const full = at('spec/schemas', file);
  const text = fs.readFileSync(full, 'utf8');
  const field = `    added_${name}: {type: string, description: A note., x-java-name: ${name}Note}\n`;
  const grown = text.replace(new RegExp(`(^${schema}:\\n(?:  .*\\n)*?  properties:\\n)`, 'm'), `$1${field}`);
  expect(grown !== text, `${file} has no ${schema} with properties`);
  fs.writeFileSync(full, grown);
  regenerate();
  git('add', '-A');
  git('commit', '-q', '-m', name);
}

function merge() {
  run('git', ['-c', 'user.name=merge', '-c', 'user.email=merge@localhost', 'merge', 'trades'], { fails: true });
  const conflicts = list('diff', '-z', '--name-only', '--diff-filter=U');
  const others = conflicts.filter((file) => !file.startsWith(`${GENERATED}/`));
  expect(conflicts.length > 0 && others.length === 0, `conflicts in ${others.join(', ') || 'no file'}`);
  for (const file of conflicts) expect(!/^<{7} /m.test(fs.readFileSync(at(file), 'utf8')), `${file} has marked lines`);
  regenerate();
  git('add', GENERATED);
  git('commit', '-q', '-m', 'merged');
  for (const name of ['tradesNote', 'depthsNote']) {
    expect(run('grep', ['-rl', name, GENERATED]).length > 0, `${name} is lost`);
  }
  // The check of a plain build.
  run('mvn', [...MAVEN, 'process-sources']);
  return conflicts.length;
}

const started = Date.now();
try {
  copy();
  branch('depths', 'depth.yaml', 'Depth');
  branch('trades', 'trade.yaml', 'Trade');
  git('checkout', '-q', 'depths');
  const conflicts = merge();
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(`merge: two changed documents, ${conflicts} generated files in conflict, made anew by one command; ${seconds} s`);
} catch (error) {
  console.log(error.message);
  console.log('merge: FAILED');
  process.exitCode = 1;
}
