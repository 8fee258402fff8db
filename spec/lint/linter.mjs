// Runs the lint on one document.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Core from '@stoplight/spectral-core';
import Parsers from '@stoplight/spectral-parsers';
import Resolvers from '@stoplight/spectral-ref-resolver';
import ruleset from './ruleset.mjs';

/** Returns Spectral's findings for a document of the folder, of all rules or (much faster) of the named ones. */
export async function lint(folder, document, ...rules) {
  const spectral = new Core.Spectral({ resolver: Resolvers.httpAndFileResolver });
  const named = Object.fromEntries(rules.map((name) => [name, ruleset.rules[name]]));
  spectral.setRuleset(rules.length > 0 ? { rules: named } : ruleset);
  const source = path.join(folder, document);
  return spectral.run(new Core.Document(readFileSync(source, 'utf8'), Parsers.Yaml, source));
}
