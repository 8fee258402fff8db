// Names and edits that several lists of mutations share.
export const http = 'openapi.yaml';
export const stream = 'asyncapi.yaml';
export const schema = (name) => `schemas/${name}.yaml`;

/** An edit that gives Trade, which both documents carry, the field `x` with these lines. */
export const field = (...lines) => [
  schema('trade'),
  '    d:\n',
  `    x:\n${lines.map((line) => `      ${line}\n`).join('')}      description: More.\n      x-java-name: more\n    d:\n`,
];
export const inTrade = (...path) => [schema('trade'), ['Trade', 'properties', 'x', ...path].join('.')];
