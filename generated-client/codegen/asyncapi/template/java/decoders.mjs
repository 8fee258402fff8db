import { lower, nameKey } from './names.mjs';
import { indent, javadoc, literal } from './source.mjs';
import { readBytes, readerName } from './values.mjs';

/** Generates the class with one decoder method for each record of pushes. */
export function pushDecoders(source, records, schemas) {
  const names = [];
  const methods = records.map((record) => recordMethod(source, record, schemas.fields(record.name, record.schema), names));
  const table = source.use('hk.qos.stream.internal.json.StringTable');
  const constants = names.map(
    ({ constant, wire }) => `private static final byte[] ${constant} = ${source.use('hk.qos.stream.internal.json.JsonOutput')}.raw(${literal(wire)});\n`,
  );
  return source.text(`
${javadoc(['Decodes the records of pushes from bytes. Not thread-safe: it keeps a table of codes.'])}
final class PushDecoders {
    /** Far more than plans allow; limits the table if a server sends arbitrary codes. */
    private static final int MAX_CODES = 4096;

${indent(constants.join(''))}${constants.length > 0 ? '\n' : ''}${indent(readerFields(source, records, schemas))}    private final ${table} codes = ${source.use('hk.qos.client.internal.format.ByteFormats')}.codes(MAX_CODES);

${indent([codeMethod(source), ...methods].join('\n\n'))}
}
`);
}

/** The name of the method that reads a record whose object was entered. */
export function members(record) {
  return `${lower(record.name)}Members`;
}

function codeMethod(source) {
  return `@${source.use('org.jspecify.annotations.Nullable')} String code(${source.use('hk.qos.stream.internal.json.JsonCursor')} in) throws ${source.use('hk.qos.stream.spi.MalformedFrameException')} {
    return in.string(this.codes);
}`;
}

/** Constants for the readers of lists of records: one object each, so that the loop over a list is compiled for it. */
function readerFields(source, records, schemas) {
  const items = records
    .flatMap((record) => schemas.fields(record.name, record.schema))
    .filter(({ type }) => type.kind === 'list' && type.item.kind === 'record')
    .map(({ type }) => type.item);
  return [...new Map(items.map((item) => [item.name, item])).values()]
    .map((item) => `private final ${source.use('hk.qos.client.internal.format.ByteReader')}<${source.use(item.java)}> ${readerName(item)} = this::${lower(item.name)};\n`)
    .join('');
}

/** Records hold an absent list or map as an empty one. */
function argument(source, { name, type, required }) {
  const collection = /^(java\.util\.(?:List|Map))</.exec(type.java);
  return collection && !required ? `${name} == null ? ${source.use(collection[1])}.of() : ${name}` : name;
}

function recordMethod(source, record, fields, names) {
  const type = source.use(record.java);
  const nullable = source.use('org.jspecify.annotations.Nullable');
  const cases = casesOf(source, fields, names);
  const declarations = fields.map((field) => `${source.use(field.type.java)} ${field.name} = null;`);
  const demands = fields
    .filter(({ required }) => required)
    .map((field) => `if (${field.name} == null) {\n    throw in.wrong(${literal(`${record.name} without ${field.wire}`)});\n}`);
  const statements = [
    ...declarations,
    `for (int wireName = in.nextName(); wireName != 0; wireName = in.nextName()) {
    switch (wireName) {
${indent(cases.join('\n'), 2)}
        default -> in.skip();
    }
}`,
    ...demands,
    `return new ${type}(\n${indent(fields.map((field) => argument(source, field)).join(',\n'), 2)});`,
  ];
  const parameters = `(${source.use('hk.qos.stream.internal.json.JsonCursor')} in) throws ${source.use('hk.qos.stream.spi.MalformedFrameException')}`;
  return `@${nullable} ${type} ${lower(record.name)}${parameters} {
    if (in.isNull()) {
        return null;
    }
    in.beginObject();
    return ${members(record)}(in);
}

/** Reads the rest of an object that was entered. */
${type} ${members(record)}${parameters} {
${indent(statements.join('\n'))}
}`;
}

/** Names with equal keys, which only long names have, share a case. */
function casesOf(source, fields, names) {
  const byKey = new Map();
  for (const field of fields) {
    const key = nameKey(field.wire);
    byKey.set(key.literal, [...(byKey.get(key.literal) ?? []), { field, key }]);
  }
  return [...byKey].map(([key, found]) => {
    const assign = ({ name, type }) => `${name} = ${readBytes(source, type)};`;
    if (found[0].key.exact) {
      const [{ field }] = found;
      return `case ${key} -> ${assign(field)} // ${field.wire}`;
    }
    const branches = found.map(({ field }) => `if (in.nameIs(${nameConstant(names, field.wire)})) {\n    ${assign(field)}\n}`);
    return `case ${key} -> {\n${indent([...branches, '{\n    in.skip();\n}'].join(' else '))}\n}`;
  });
}

function nameConstant(names, wire) {
  const known = names.find((each) => each.wire === wire);
  if (known) {
    return known.constant;
  }
  const constant = `NAME_${names.length}_${wire.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase()}`;
  names.push({ wire, constant });
  return constant;
}
