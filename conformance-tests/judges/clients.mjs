// node clients.mjs CLIENTS URL: checks that clients which stock generators made from the bundled document compile, and
// that they work with the simulator at URL. Without a compiler on this machine, the files are only parsed.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [clients, url] = process.argv.slice(2).map((argument, i) => (i ? argument : path.resolve(argument)));
const require = createRequire(import.meta.url);

function run(command, args, cwd, env = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  const said = `${stdout ?? ''}${stderr ?? ''}${error ?? ''}`.trim();
  if (status !== 0) throw new Error(`${path.basename(command)} ${args.join(' ')}:\n${said.slice(0, 2000)}`);
  return said;
}

const isFound = (command, ...args) => spawnSync(command, args).status === 0;

/** The sources of schemas and operations; all other sources are the same for every document. */
const SOURCES = {
  python: /^openapi_client\/(api|models)\/\w+\.py$/,
  typescript: /^(apis|models)\/\w+\.ts$/,
  go: /^(api|model)_\w+\.go$/,
  csharp: /^src\/Org\.OpenAPITools\/(Api|Model)\/\w+\.cs$/,
};

/** A property for which the generator found no type. */
const UNTYPED = {
  python: /^ {4}\w+: (Optional\[)?(List\[)?(object|Any|Dict\[str, Any\])\b/m,
  typescript: /^ {4}\w+\??: (Array<)?(object|any)/m,
  go: /^\t\w+ \*?(\[\])?(interface\{\}|map\[string\]interface\{\}) `json/m,
  csharp: /public (List<)?Object>? \w+ \{ get/,
};

function typed(language) {
  const folder = path.join(clients, language);
  const all = fs.readdirSync(folder, { recursive: true }).map((file) => file.split(path.sep).join('/'));
  const files = all.filter((file) => SOURCES[language].test(file)).map((file) => path.join(folder, file));
  if (files.length === 0) throw new Error(`nothing was generated in ${folder}`);
  for (const file of files) {
    const found = UNTYPED[language].exec(fs.readFileSync(file, 'utf8'));
    if (found) throw new Error(`${file}: a value without a type: ${found[0].trim()}`);
  }
  return files;
}

async function parsed(files, grammar) {
  const { Parser, Language } = require('@vscode/tree-sitter-wasm');
  await Parser.init();
  const parser = new Parser();
  const wasm = require.resolve('@vscode/tree-sitter-wasm').replace(/[^/\\]*$/, `tree-sitter-${grammar}.wasm`);
  parser.setLanguage(await Language.load(wasm));
  for (const file of files) {
    if (parser.parse(fs.readFileSync(file, 'utf8')).rootNode.hasError) throw new Error(`${file} does not parse`);
  }
  return `${files.length} files parse, since there is no compiler here`;
}

async function python() {
  const files = typed('python');
  if (!isFound('python3', '--version')) return parsed(files, 'python');
  run('python3', ['-m', 'compileall', '-q', 'openapi_client'], path.join(clients, 'python'));
  return `${files.length} files compile`;
}

function typescript() {
  const files = typed('typescript');
  const folder = path.join(clients, '..', 'consumer');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(path.join(clients, 'typescript'), path.join(folder, 'client'), { recursive: true });
  fs.copyFileSync('consumer.ts', path.join(folder, 'consumer.ts'));
  const options = '--strict --target es2022 --lib es2022,dom --module commonjs --moduleResolution node --outDir out';
  run(process.execPath, [require.resolve('typescript/bin/tsc'), ...options.split(' '), 'consumer.ts'], folder);
  const asked = run(process.execPath, [path.join('out', 'consumer.js'), url], folder);
  return `${files.length} files compile, ${asked} against the simulator`;
}

async function go() {
  const files = typed('go');
  if (!isFound('go', 'version')) return parsed(files, 'go');
  const folder = path.join(clients, 'go');
  fs.copyFileSync('consumer.go', path.join(folder, 'consumer_test.go'));
  const offline = { GOFLAGS: '-mod=mod', GOPROXY: 'off', GOTOOLCHAIN: 'local', QOS_HTTP_URL: url };
  run('go', ['vet', '.'], folder, offline);
  run('go', ['test', '-count=1', '.'], folder, offline);
  return `${files.length} files compile, snapshots against the simulator`;
}

const csharp = async () => parsed(typed('csharp'), 'c-sharp');

for (const [name, judge] of Object.entries({ python, typescript, go, csharp })) {
  try {
    console.log(`${name}: ${await judge()}`);
  } catch (error) {
    console.log(`${name}: the client of the stock generator failed\n${error.message}`);
    process.exitCode = 1;
  }
}
