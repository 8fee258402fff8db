// Makes the package hk.qos.client.stream from the document. Replaces the package as a whole, and only if all went well.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Generator from '@asyncapi/generator';

const here = path.dirname(fileURLToPath(import.meta.url));
const streamPackage = 'hk.qos.client.stream';

/** Replaces the package below the directory `out` by what `document` says. */
export async function generate({ document, out }) {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'asyncapi-'));
  try {
    const generator = new Generator(path.join(here, 'template'), scratch, {
      forceWrite: true,
      templateParams: {
        formats: path.join(here, '../formats.json'),
        streamPackage,
        modelPackage: 'hk.qos.client.model',
        jsonPackage: 'hk.qos.client.json',
      },
    });
    await generator.generateFromFile(path.resolve(document));
    const files = fs.readdirSync(scratch);
    if (files.length === 0) {
      throw new Error('the generator made nothing');
    }
    const target = path.join(path.resolve(out), ...streamPackage.split('.'));
    fs.rmSync(target, { recursive: true, force: true });
    fs.cpSync(scratch, target, { recursive: true });
    console.log(`${files.length} files in ${streamPackage}`);
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}
