// Derived values that no record can compute.
import { http, schema, stream } from './places.mjs';

const amiss = (what, file, edit, says, document = http, rule = 'derived-complete') => ({
  what,
  rule,
  in: document,
  edit: [schema(file), ...edit],
  at: [schema(file), `${file === 'depth' ? 'Depth' : 'Snapshot'}.x-derived`],
  says,
});

export const DERIVED = [
  amiss('a derived value of a field that is gone', 'snapshot', ['difference: [lp, yp]', 'difference: [lp, yq]'], '"yq" is not a decimal'),
  amiss('a derived value of a time', 'snapshot', ['percent: [lp, yp]', 'percent: [lp, ts]'], '"ts" is not a decimal', stream),
  amiss('a derived value of a list', 'depth', ['mean: [b.p, a.p]', 'mean: [b, a.p]'], '"b" is not a decimal'),
  amiss('a derived value of no field of the items', 'depth', ['mean: [b.p, a.p]', 'mean: [b.q, a.p]'], '"b.q" is not a decimal'),
  amiss('a derived value named as a field', 'snapshot', ['    change:\n', '    lastPrice:\n'], '"lastPrice" is the name of a field'),
  amiss('a derived value named by a word of Java', 'snapshot', ['    change:\n', '    class:\n'], '"class" is used'),
  amiss('two rules of a derived value', 'depth', ['mean: [b.p, a.p]', 'mean: [b.p, a.p]\n      difference: [a.p, b.p]'], 'x-derived.mid', http, 'extension-valid'),
  amiss('a misspelt rule of a derived value', 'depth', ['mean: [', 'meen: ['], 'is not a key of it', http, 'extension-valid'),
];
