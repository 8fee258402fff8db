import { objectWriter } from './encoding.mjs';
import { nameKey } from './names.mjs';
import { DocumentError } from './problems.mjs';
import { indent, javadoc, literal, prose } from './source.mjs';
import { declared, readJson } from './values.mjs';

const CHECKS = 'hk.qos.stream.internal.check.Checks';
const UNBOUNDED = 'Integer.MAX_VALUE';

/** Generates the class of one command; the class of a request also decodes the answer. */
export function commandClass(source, command, envelope) {
  const { body, className } = command;
  const members = [
    ...body.filter(({ required }) => required),
    ...body.filter(({ required }) => !required),
  ].map((field) => ({ ...field, value: `this.${field.name}`, optional: !field.required }));
  const id = command.idField && {
    wire: command.idField,
    place: command.place,
    statement: `${source.use('hk.qos.stream.internal.json.JsonOutput')}.int64(out, id);`,
  };
  const start = `{${JSON.stringify(envelope.answer)}:${JSON.stringify(command.type)}`;
  const written = objectWriter(source, '', start, id ? [...members, id] : members);
  const parts = [
    written.constants.join('\n'),
    body.map((field) => `private final ${declared(source, field)} ${field.name};`).join('\n'),
    constructor(source, command),
    namesMethods(command),
    encodeMethod(source, written.statements),
    decodeMethod(source, command, envelope),
    toStringMethod(command),
  ];
  return source.text(`
${javadoc([prose(`${command.summary}. ${command.description} Section ${command.section}.`)])}
public final class ${className} implements ${supertype(source, command)} {
${indent(parts.filter(Boolean).join('\n\n'))}
}
`);
}

/** The result type of the future of a request. */
export function resultOf(source, command) {
  return command.role === 'heartbeat' ? source.use('java.time.Instant') : source.use(command.result.java);
}

function supertype(source, command) {
  return ['heartbeat', 'request'].includes(command.role)
    ? `${source.use('hk.qos.stream.spi.Request')}<${resultOf(source, command)}>`
    : source.use('hk.qos.stream.spi.Command');
}

function constructor(source, { className, body }) {
  if (body.length === 0) {
    return '';
  }
  const parameters = body.map((field) => `${parameterType(source, field)} ${field.name}`).join(', ');
  const tags = body.map((field) => `@param ${field.name} ${prose(field.description)}${field.required ? '' : ' Null if not given.'}`);
  const statements = body.map((field) => `this.${field.name} = ${checked(source, field)};`);
  return `${javadoc([], [...tags, '@throws IllegalArgumentException if a value is null or invalid; the message names it'])}
public ${className}(${parameters}) {
${indent(statements.join('\n'))}
}`;
}

/** Parameters for lists accept any collection. */
export function parameterType(source, field) {
  const { type, required } = field;
  if (!required || !['codes', 'list'].includes(type.kind)) {
    return declared(source, field);
  }
  return `${source.use('java.util.Collection')}<${itemOf(source, type)}>`;
}

/** The type of one item of a list. */
export function itemOf(source, type) {
  return type.kind === 'codes' ? 'String' : source.use(type.item.java);
}

function checked(source, { name, type, required, schema, place }) {
  const checks = () => source.use(CHECKS);
  const bounds = `${schema.minItems ?? (required ? 1 : 0)}, ${schema.maxItems ?? UNBOUNDED}`;
  const holdsMany = ['codes', 'list', 'map'].includes(type.kind);
  const absent = holdsMany ? `${name} == null || ${name}.isEmpty()` : `${name} == null`;
  const guard = (expression) => (required ? expression : `${absent} ? null : ${expression}`);
  switch (type.kind) {
    case 'codes':
      return guard(`${source.use('hk.qos.client.internal.check.CodeSpelling')}.split("${name}", ${checks()}.items("${name}", ${name}, ${bounds}))`);
    case 'list':
      return guard(knownItems(source, name, type.item, `${checks()}.items("${name}", ${name}, ${bounds})`, 'known'));
    case 'map': {
      const keyed = knownItems(source, name, type.key, `${checks()}.entries("${name}", ${name})`, 'knownKeys');
      return guard(knownItems(source, name, type.value, keyed, 'knownValues'));
    }
    case 'enum':
      return guard(`${checks()}.known("${name}", ${name}, ${source.use(type.java)}.UNRECOGNIZED)`);
    case 'scalar':
      return guard(scalarCheck(checks, name, type, schema, source, place));
    case 'record':
      return guard(`${checks()}.required("${name}", ${name})`);
    default:
      throw new DocumentError(place, `a command cannot carry what is in Java a ${type.java}`);
  }
}

/** The expression of a list or map, whose constants of an enumeration must be known. */
function knownItems(source, name, type, expression, check) {
  return type.kind === 'enum' ? `${source.use(CHECKS)}.${check}("${name}", ${expression}, ${source.use(type.java)}.UNRECOGNIZED)` : expression;
}

const UNITS = { unixTime: 'Second', unixMillis: 'Milli' };

function scalarCheck(checks, name, type, { minimum, maximum, minLength, maxLength, pattern, 'x-least': least }, source, place) {
  if (least !== undefined) {
    if (!(type.codec in UNITS)) {
      throw new DocumentError(place, 'x-least is for the formats unix-time and unix-time-ms');
    }
    return `${checks()}.notBefore("${name}", ${name}, ${source.use('java.time.Instant')}.ofEpoch${UNITS[type.codec]}(${least}))`;
  }
  if (type.codec === 'number' && (minimum !== undefined || maximum !== undefined)) {
    const bound = (value) => (value === undefined ? 'null' : `new ${source.use('java.math.BigDecimal')}("${value}")`);
    return `${checks()}.range("${name}", ${name}, ${bound(minimum)}, ${bound(maximum)})`;
  }
  if (type.codec === 'int32' && (minimum !== undefined || maximum !== undefined)) {
    return `${checks()}.range("${name}", ${name}, ${minimum ?? 'Integer.MIN_VALUE'}, ${maximum ?? UNBOUNDED})`;
  }
  if (type.codec === 'int64' && (minimum !== undefined || maximum !== undefined)) {
    return `${checks()}.range("${name}", ${name}, ${minimum ?? 'Long.MIN_VALUE'}L, ${maximum ?? 'Long.MAX_VALUE'}L)`.replace(/VALUEL/g, 'VALUE');
  }
  if (type.java === 'java.lang.String' && (minLength !== undefined || maxLength !== undefined || pattern !== undefined)) {
    const hasLength = minLength !== undefined || maxLength !== undefined;
    const text = hasLength ? `${checks()}.length("${name}", ${name}, ${minLength ?? 0}, ${maxLength ?? UNBOUNDED})` : name;
    return pattern === undefined ? text : `${checks()}.matches("${name}", ${text}, ${source.use('java.util.regex.Pattern')}.compile(${literal(pattern)}))`;
  }
  return type.primitive ? name : `${checks()}.required("${name}", ${name})`;
}

function namesMethods({ type, name }) {
  return `@Override
public String type() {
    return ${literal(type)};
}

@Override
public String name() {
    return ${literal(name)};
}`;
}

function encodeMethod(source, statements) {
  return `@Override
public void encode(long id, ${source.use('io.netty.buffer.ByteBuf')} out) {
${indent(statements.join('\n'))}
}`;
}

function decodeMethod(source, command, envelope) {
  if (!['heartbeat', 'request'].includes(command.role)) {
    return '';
  }
  const signature = `@Override
public ${resultOf(source, command)} decode(${source.use('io.netty.buffer.ByteBuf')} frame) throws ${source.use('hk.qos.stream.spi.MalformedFrameException')}`;
  if (command.result?.kind === 'answer') {
    return `${signature} {
    return Replies.answer(frame, ${literal(command.type)}, ${command.className}::answer);
}

${answerMethod(source, command, envelope)}`;
  }
  if (command.role === 'request') {
    return `${signature} {
    return Replies.data(frame, ${literal(command.type)}, in -> ${readJson(source, command.result, 'in')}, ${noneOf(source, command.result)});
}`;
  }
  const cursor = source.use('hk.qos.stream.internal.json.JsonCursor');
  const key = nameKey(command.time);
  const nameIs = key.exact ? '' : ` && in.nameIs(${source.use('hk.qos.stream.internal.json.JsonOutput')}.raw(${literal(command.time)}))`;
  return `${signature} {
    ${cursor} in = new ${cursor}().over(frame);
    Instant time = null;
    in.beginObject();
    for (int name = in.nextName(); name != 0; name = in.nextName()) {
        if (name == ${key.literal}${nameIs}) {
            time = ${source.use('hk.qos.client.internal.format.ByteFormats')}.readUnixTime(in);
        } else {
            in.skip();
        }
    }
    if (time == null) {
        throw in.wrong("an answer to ${command.type} without ${command.time}");
    }
    return time;
}`;
}

/** Reads an answer with fields beside its data; null if it has no data although data is required. */
function answerMethod(source, { result }, envelope) {
  const { data, beside } = result;
  const reader = source.use('com.squareup.moshi.JsonReader');
  const nullable = source.use('org.jspecify.annotations.Nullable');
  const names = [envelope.data, ...beside.map(({ wire }) => wire)].map(literal).join(', ');
  const fields = [{ name: 'data', type: data }, ...beside];
  const none = noneOf(source, data);
  const given = fields.slice(1).map(({ name, type }) => (collection(type) ? `${name} == null ? ${source.use(collection(type))}.of() : ${name}` : name));
  return `private static final ${reader}.Options ANSWER_FIELDS = ${reader}.Options.of(${names});

private static @${nullable} ${source.use(result.java)} answer(${reader} in) throws ${source.use('java.io.IOException')} {
${indent(fields.map(({ name, type }) => `${source.use(type.java)} ${name} = null;`).join('\n'))}
    in.beginObject();
    while (in.hasNext()) {
        switch (in.selectName(ANSWER_FIELDS)) {
${indent(fields.map(({ name, type }, i) => `case ${i} -> ${name} = ${readJson(source, type, 'in')};`).join('\n'), 3)}
            default -> {
                in.skipName();
                in.skipValue();
            }
        }
    }
    in.endObject();
${none === 'null' ? '    if (data == null) {\n        return null;\n    }\n' : ''}    return new ${source.use(result.java)}(${[none === 'null' ? 'data' : `data == null ? ${none} : data`, ...given].join(', ')});
}`;
}

/** The class of an absent list or map, which is empty. */
function collection({ java }) {
  return /^(java\.util\.(?:List|Map))</.exec(java)?.[1];
}

/** The result for an answer without payload. */
function noneOf(source, { kind }) {
  if (kind === 'results') {
    return `${source.use('hk.qos.client.Results')}.empty()`;
  }
  return kind === 'map' ? `${source.use('java.util.Map')}.of()` : 'null';
}

/** The text for logs: the type and the content of the frame. */
function toStringMethod({ type, body }) {
  const values = body.map(({ name }) => `${name}=" + this.${name}`).join(' + ", ');
  const text = body.length > 0 ? `"${type}[${values} + "]"` : `"${type}[]"`;
  return `@Override
public String toString() {
    return ${text};
}`;
}
