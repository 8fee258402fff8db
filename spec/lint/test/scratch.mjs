// A copy of the documents to break, and what the lint says of it.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Core from '@stoplight/spectral-core';
import Parsers from '@stoplight/spectral-parsers';
import Resolvers from '@stoplight/spectral-ref-resolver';
import ruleset from '../ruleset.mjs';

const SPEC = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const KEPT = ['openapi.yaml', 'asyncapi.yaml', 'README.md', 'schemas', 'examples'];

export class Scratch {
  constructor() {
    this.folder = mkdtempSync(path.join(tmpdir(), 'qos-spec-'));
    for (const name of KEPT) cpSync(path.join(SPEC, name), path.join(this.folder, name), { recursive: true });
  }

  write(file, text) {
    writeFileSync(path.join(this.folder, file), text);
  }

  remove(file) {
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

  /** Findings as {rule, file, path, message}; of all rules, or (much faster) of those named. */
  async lint(document, ...rules) {
    const spectral = new Core.Spectral({ resolver: Resolvers.httpAndFileResolver });
    const named = Object.fromEntries(rules.map((name) => [name, ruleset.rules[name]]));
    spectral.setRuleset(rules.length > 0 ? { rules: named } : ruleset);
    const source = path.join(this.folder, document);
    const findings = await spectral.run(new Core.Document(readFileSync(source, 'utf8'), Parsers.Yaml, source));
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
