// Writes examples/index.txt, the list by which tests find the examples on the class path.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { exampleFiles } from './rules/files.mjs';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'examples');
const files = exampleFiles(folder);
writeFileSync(path.join(folder, 'index.txt'), files.map((file) => `${file}\n`).join(''));
console.log(`${files.length} examples`);
