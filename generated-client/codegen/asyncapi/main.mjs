// node main.mjs [--document FILE] [--out DIRECTORY]
// Installs the packages of the lock file, if they are missing, and generates. Replaces the content of the directory.
// Needs Node and npm only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = path.dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    document: { type: 'string', default: path.join(here, '../../../spec/asyncapi.yaml') },
    out: { type: 'string', default: path.join(here, '../../target/asyncapi-generator') },
  },
});

/** Installs exactly the packages of the lock file, whose checksum is recorded beside them. */
function install() {
  const note = path.join(here, 'node_modules/.installed-lock');
  const lock = createHash('sha256').update(fs.readFileSync(path.join(here, 'package-lock.json'))).digest('hex');
  if (fs.existsSync(note) && fs.readFileSync(note, 'utf8') === lock) {
    return;
  }
  const { status, error } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error || status !== 0) {
    throw new Error(`npm ci failed (${error?.message ?? `status ${status}`}) in ${path.basename(here)}`);
  }
  fs.writeFileSync(note, lock);
}

try {
  install();
  const { generate } = await import('./generate.mjs');
  await generate(options);
} catch (error) {
  console.error(error.name === 'DocumentError' ? error.message : error);
  process.exitCode = 1;
}
