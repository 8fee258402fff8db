// node lint.mjs [FOLDER]: reports the errors of the specification in the folder, with file and line; the exit status is 0
// only if there are none. If files cannot be parsed, only these errors are reported.
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
  console.log('The specification passes without findings.');
}
