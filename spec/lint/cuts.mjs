// Removes entries from YAML and JSON without reformatting the rest of the text.
import { isMap, isPair, isScalar } from 'yaml';

const startOf = (item) => (isPair(item) ? item.key : item).range[0];
const endOf = (item) => (isPair(item) ? (item.value ?? item.key) : item).range[1];
const lineStart = (text, at) => text.lastIndexOf('\n', at - 1) + 1;

/** The index of the entry of a map with this key, or of the item of a list with this value; -1 if there is none. */
export const indexOf = (collection, name) =>
  collection.items.findIndex((item) => {
    const label = isMap(collection) ? item.key : item;
    return isScalar(label) && label.value === name;
  });

function inFlow(text, items, index) {
  const [from, to] = [startOf(items[index]), endOf(items[index])];
  if (items.length === 1) return [from, to];
  if (index === items.length - 1) return [endOf(items[index - 1]), to];
  const next = startOf(items[index + 1]);
  const opensLine = text.slice(lineStart(text, from), from).trim() === '';
  const closesLine = text.slice(to, next).includes('\n');
  // An entry at the end of a line is removed with its comma, so that the next line does not move.
  return closesLine && !opensLine && index > 0 ? [endOf(items[index - 1]) + 1, text.indexOf(',', to) + 1] : [from, next];
}

function inBlock(text, items, index) {
  const from = lineStart(text, startOf(items[index]));
  const last = text.indexOf('\n', endOf(items[index]) - 1);
  return [from, last < 0 ? text.length : last + 1];
}

/** The range of the text of one entry or item, with its separator. */
export const cutOf = (text, collection, index) => (collection.flow ? inFlow : inBlock)(text, collection.items, index);

/** Returns the text without the given ranges, which must not overlap. */
export const without = (text, cuts) =>
  [...cuts].sort(([a], [b]) => b - a).reduce((rest, [from, to]) => rest.slice(0, from) + rest.slice(to), text);
