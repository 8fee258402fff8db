// Names that Java and generated code use, which the documents must not use.
import { readFileSync } from 'node:fs';

/** The table of reserved names, which both generators read too. */
export const TAKEN = JSON.parse(
  readFileSync(new URL('../../../generated-client/codegen/names.json', import.meta.url), 'utf8'),
);

const WORDS = new Set(
  [
    'abstract assert boolean break byte case catch char class const continue default do double else enum extends',
    'final finally float for goto if implements import instanceof int interface long native new package private',
    'protected public return short static strictfp super switch synchronized this throw throws transient try void',
    'volatile while true false null _ yield',
  ].flatMap((words) => words.split(' ')),
);

const isTaken = (name, lists) => WORDS.has(name) || lists.some((list) => TAKEN[list].includes(name));

/** Returns what is wrong with the name of a field, parameter or method, or undefined; `lists` of names.json apply. */
export function memberProblem(name, ...lists) {
  if (typeof name !== 'string' || !/^[a-z][A-Za-z0-9]*$/.test(name)) {
    return 'is not a name in lowerCamelCase: write one of letters and digits, such as lastPrice';
  }
  return isTaken(name, ['object', ...lists]) ? 'is used by Java or generated code: choose another name' : undefined;
}

/** Returns what is wrong with the name of a class, or undefined. */
export function classProblem(name) {
  if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) return 'is not a name in UpperCamelCase: write one such as LastPrice';
  if (name.endsWith('Adapter')) return 'ends in Adapter, as generated adapters do: choose another name';
  return isTaken(name, ['java.lang', 'classes'])
    ? 'is a class that Java or generated code uses: choose another name'
    : undefined;
}
