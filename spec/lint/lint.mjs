// node lint.mjs [FOLDER]: says what is wrong with the specification in the folder, with file and line; the status tells whether
// anything is. Files that cannot be read are told first, and alone.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Formatters from '@stoplight/spectral-formatters';
import { lint } from './linter.mjs';
import { DOCUMENTS, syntaxFindings } from './syntax.mjs';

const folder = path.resolve(process.argv[2] ?? path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));

const findings = syntaxFindings(folder);
if (findings.length === 0) {
  for (const document of DOCUMENTS) findings.push(...(await lint(folder, document)));
}
if (findings.length > 0) {
  console.log(Formatters.stylish(findings, { failSeverity: 3 }));
  process.exitCode = 1;
} else {
  console.log('The specification passes: nothing to say.');
}
