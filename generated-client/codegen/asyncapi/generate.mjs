// Makes the package hk.qos.client.stream from the document.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Generator from '@asyncapi/generator';

const here = path.dirname(fileURLToPath(import.meta.url));
const streamPackage = 'hk.qos.client.stream';

/** Replaces all that is in the directory `out` by what `document` says, and only if all went well. */
export async function generate({ document, out }) {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'asyncapi-'));
  try {
    const generator = new Generator(path.join(here, 'template'), scratch, {
      forceWrite: true,
      templateParams: {
        formats: path.join(here, '../formats.json'),
        names: path.join(here, '../names.json'),
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
    fs.rmSync(path.resolve(out), { recursive: true, force: true });
    fs.cpSync(scratch, target, { recursive: true });
    console.log(`${files.length} files in ${streamPackage}`);
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}
