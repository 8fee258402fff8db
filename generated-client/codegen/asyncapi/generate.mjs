// Generates QosStream, and the internal package that it uses, from the document.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Generator from '@asyncapi/generator';

const here = path.dirname(fileURLToPath(import.meta.url));
const facePackage = 'hk.qos.client';
const streamPackage = 'hk.qos.client.internal.stream';

/** Replaces the content of the directory `out` by the classes generated from `document`, if generation succeeds. */
export async function generate({ document, out }) {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'asyncapi-'));
  try {
    const generator = new Generator(path.join(here, 'template'), scratch, {
      forceWrite: true,
      templateParams: {
        formats: path.join(here, '../../../spec/formats.json'),
        facePackage,
        names: path.join(here, '../names.json'),
        streamPackage,
        modelPackage: 'hk.qos.client.model',
        jsonPackage: 'hk.qos.client.internal.json',
      },
    });
    await generator.generateFromFile(path.resolve(document));
    const files = fs.readdirSync(scratch);
    if (files.length === 0) {
      throw new Error('the generator made nothing');
    }
    fs.rmSync(path.resolve(out), { recursive: true, force: true });
    for (const file of files) {
      const text = fs.readFileSync(path.join(scratch, file), 'utf8');
      const target = folder(out, /^package ([\w.]+);$/m.exec(text)[1]);
      fs.mkdirSync(target, { recursive: true });
      fs.writeFileSync(path.join(target, file), text);
    }
    console.log(`${files.length} files below ${facePackage}`);
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

function folder(out, name) {
  return path.join(path.resolve(out), ...name.split('.'));
}
