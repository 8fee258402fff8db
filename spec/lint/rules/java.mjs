// What Java and the generated code have taken, so that the documents must name things otherwise.
import { readFileSync } from 'node:fs';

/** The table that both generators read, too. */
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

/** What is wrong with the name of a field, parameter or method, or undefined; `lists` of names.json go for it. */
export function memberProblem(name, ...lists) {
  if (typeof name !== 'string' || !/^[a-z][A-Za-z0-9]*$/.test(name)) {
    return 'is no name in lowerCamelCase: write one of letters and digits, such as lastPrice';
  }
  return isTaken(name, ['object', ...lists]) ? 'is taken by Java or the generated code: choose another word' : undefined;
}

/** What is wrong with the name of a class, or undefined. */
export function classProblem(name) {
  if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) return 'is no name in UpperCamelCase: write one such as LastPrice';
  if (name.endsWith('Adapter')) return 'ends in Adapter as what reads a schema does: choose another word';
  return isTaken(name, ['java.lang', 'classes'])
    ? 'is a class that Java or the generated code uses: choose another word'
    : undefined;
}
