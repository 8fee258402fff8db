// Checks that the files can be parsed, since Spectral's findings for references to other files name neither file nor line.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import Parsers from '@stoplight/spectral-parsers';
import { exampleFiles } from './rules/files.mjs';

export const DOCUMENTS = ['openapi.yaml', 'asyncapi.yaml'];

const START = { line: 0, character: 0 };
const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

const finding = (source, message, range = { start: START, end: START }) => ({
  code: 'syntax',
  message,
  source,
  range,
  severity: 0,
  path: [],
});

function unreadable(file) {
  if (!existsSync(file)) return [finding(file, 'the file is missing')];
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.json')) {
    try {
      const example = JSON.parse(text);
      return isObject(example) && 'value' in example ? [] : [finding(file, 'an example is an object with summary and value')];
    } catch (error) {
      const [told] = Parsers.Json.parse(text).diagnostics;
      return [finding(file, error.message, told?.range)];
    }
  }
  const { data, diagnostics } = Parsers.Yaml.parse(text);
  if (diagnostics.length > 0) return diagnostics.slice(0, 1).map(({ message, range }) => finding(file, message, range));
  if (!isObject(data)) return [finding(file, 'the file is not a map of names')];
  const bad = Object.keys(data).find((name) => path.basename(path.dirname(file)) === 'schemas' && !isObject(data[name]));
  return bad === undefined ? [] : [finding(file, `"${bad}" is not a schema`)];
}

/** Findings for files of a specification that are not valid YAML or JSON, with the line of the first error of each. */
export function syntaxFindings(folder) {
  const below = (name) => path.join(folder, name);
  const schemas = readdirSync(below('schemas')).filter((name) => name.endsWith('.yaml')).sort();
  return [
    ...DOCUMENTS.map(below),
    ...schemas.map((name) => below(path.join('schemas', name))),
    ...exampleFiles(below('examples')).map((name) => below(path.join('examples', name))),
  ].flatMap(unreadable);
}
