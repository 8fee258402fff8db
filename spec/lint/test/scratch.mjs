// A copy of the documents to edit, and its findings.
import { cpSync, lstatSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { lint } from '../linter.mjs';

const SPEC = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const KEPT = ['openapi.yaml', 'asyncapi.yaml', 'README.md', 'schemas'];

export class Scratch {
  constructor() {
    this.folder = mkdtempSync(path.join(tmpdir(), 'qos-spec-'));
    for (const name of KEPT) cpSync(path.join(SPEC, name), path.join(this.folder, name), { recursive: true });
    symlinkSync(path.join(SPEC, 'examples'), path.join(this.folder, 'examples'), 'junction');
  }

  /** A copy links the project's examples until it changes one, since there are many. */
  own(file) {
    const examples = path.join(this.folder, 'examples');
    if (!file.startsWith('examples/') || !lstatSync(examples).isSymbolicLink()) return;
    rmSync(examples);
    cpSync(path.join(SPEC, 'examples'), examples, { recursive: true });
  }

  write(file, text) {
    this.own(file);
    writeFileSync(path.join(this.folder, file), text);
  }

  remove(file) {
    this.own(file);
    rmSync(path.join(this.folder, file));
  }

  /** Replaces the first `from` after `after`; both must be there. */
  edit(file, from, to, after = '') {
    const text = readFileSync(path.join(this.folder, file), 'utf8');
    const start = text.indexOf(after);
    const at = text.indexOf(from, start);
    if (start < 0 || at < 0) throw new Error(`${file} has no "${from}" after "${after}": the test is out of date`);
    this.write(file, text.slice(0, at) + to + text.slice(at + from.length));
  }

  /** Returns findings as {rule, file, path, message}, of all rules or (much faster) of the named ones. */
  async lint(document, ...rules) {
    const findings = await lint(this.folder, document, ...rules);
    return findings.map((finding) => ({
      rule: finding.code,
      file: path.relative(this.folder, finding.source ?? ''),
      path: finding.path.join('.'),
      message: finding.message,
    }));
  }

  close() {
    rmSync(this.folder, { recursive: true });
  }
}
