import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROW = /^\|\s*`(x-[a-z-]+)`/gm;

/** Every `x-` field is in the table of the README next to the document. */
export function knownExtension(document, _, context) {
  const readme = path.join(path.dirname(context.document.source), 'README.md');
  const known = new Set([...readFileSync(readme, 'utf8').matchAll(ROW)].map((row) => row[1]));
  const findings = [];
  const seen = new WeakSet();
  const walk = (node, at) => {
    if (node === null || typeof node !== 'object' || seen.has(node)) return;
    seen.add(node);
    for (const [key, child] of Object.entries(node)) {
      const here = [...at, Array.isArray(node) ? Number(key) : key];
      if (key === 'examples') continue;
      if (key.startsWith('x-') && !known.has(key)) {
        findings.push({ message: `${key} is not in the table of README.md`, path: here });
      }
      walk(child, here);
    }
  };
  walk(document, []);
  return findings;
}
