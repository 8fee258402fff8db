import { lower, constant } from './names.mjs';
import { DocumentError } from './problems.mjs';
import { indent, javadoc, literal } from './source.mjs';
import { writeBytes } from './values.mjs';

const RAW = 'hk.qos.stream.internal.json.JsonOutput';

/**
 * The statements that write an object of the given members, and the constants that they need. Text between two values is
 * one constant. The first member must always be present; `start` precedes it.
 *
 * @param members {wire, place, type, value, optional, present}: `value` is the Java expression, `statement` replaces type and
 *     value, `present` is the condition under which an optional one is written
 * @param named the names of constants that the class has already; those of this object are added
 */
export function objectWriter(source, prefix, start, members, named = new Set()) {
  const constants = [];
  const statements = [];
  let text = start;
  const fresh = (wanted) => {
    const name = named.has(wanted) ? fresh(`${wanted}_`) : wanted;
    named.add(name);
    return name;
  };
  const flush = (wanted) => {
    if (text) {
      const name = fresh(wanted);
      constants.push(`private static final byte[] ${name} = ${source.use(RAW)}.raw(${literal(text)});`);
      statements.push(`out.writeBytes(${name});`);
      text = '';
    }
  };
  for (const { wire, place, type, value, statement, optional, present = `${value} != null` } of members) {
    const write = statement ?? writeBytes(source, place, type, value);
    const comma = text === '{' ? '' : ',';
    const label = `${prefix}${constant(wire)}`;
    if (optional) {
      if (comma === '') {
        throw new DocumentError(place, 'is the first member of an object that is sent, hence must be required');
      }
      flush(`${prefix}BEFORE_${constant(wire)}`);
      const own = fresh(label);
      constants.push(`private static final byte[] ${own} = ${source.use(RAW)}.raw(${literal(`,"${wire}":`)});`);
      statements.push(`if (${present}) {`, `    out.writeBytes(${own});`, `    ${write}`, '}');
    } else {
      text += `${comma}"${wire}":`;
      flush(label);
      statements.push(write);
    }
  }
  text += '}';
  if (text === '}') {
    statements.push("out.writeByte('}');");
  } else {
    flush(`${prefix}END`);
  }
  return { constants, statements };
}

/** Generates the class with one encoder method for each record of commands. */
export function commandParts(source, records, schemas) {
  const constants = [];
  const named = new Set();
  const methods = records.map((record) => {
    const fields = schemas.fields(record.name, record.schema);
    const batch = fields.filter(({ type }) => type.kind === 'batch');
    if (batch.length > 1) {
      throw new DocumentError(record.name, 'has two batches of codes: a record may have one');
    }
    const members = ordered(fields).map((field) => ({
      ...field,
      value: `value.${field.name}()`,
      optional: !field.required,
      present: isCollection(field.type) ? `!value.${field.name}().isEmpty()` : `value.${field.name}() != null`,
      ...(field.type.kind === 'batch' && { statement: `${source.use('hk.qos.client.internal.format.ByteFormats')}.writeText(out, batch);` }),
    }));
    const written = objectWriter(source, `${constant(record.name)}_`, '{', members, named);
    constants.push(...written.constants);
    return partMethod(source, record, batch[0], written.statements);
  });
  return source.text(`
${javadoc(['Encodes the records of commands.'])}
final class CommandParts {
${indent(constants.join('\n'))}

    private CommandParts() {}

${indent(methods.join('\n\n'))}
}
`);
}

function partMethod(source, record, batch, statements) {
  const name = source.use(record.java);
  const out = `${source.use('io.netty.buffer.ByteBuf')} out`;
  const body = (extra) => `static void ${lower(record.name)}(${out}, ${name} value${extra}) {\n${indent(statements.join('\n'))}\n}`;
  if (!batch) {
    return body('');
  }
  const codes = `${source.use('hk.qos.client.internal.check.CodeSpelling')}.batch(value.${batch.name}())`;
  return `/** Writes one query for each market, separated by commas, since a query has instruments of one market only. */
static void ${lower(record.name)}(${out}, ${name} value) {
    boolean first = true;
    for (String batch : ${codes}) {
        if (!first) {
            out.writeByte(',');
        }
        first = false;
        ${lower(record.name)}(out, value, batch);
    }
}

private ${body(', String batch')}`;
}

/** Records hold an absent list or map as an empty one. */
const isCollection = ({ kind }) => ['list', 'codes', 'batch', 'map'].includes(kind);

/** Sorts required members first, so that the first member is always present. */
function ordered(fields) {
  return [...fields.filter(({ required }) => required), ...fields.filter(({ required }) => !required)];
}
