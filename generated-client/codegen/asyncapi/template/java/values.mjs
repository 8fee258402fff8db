import { capital, lower } from './names.mjs';
import { DocumentError } from './problems.mjs';
import { requiredOf } from './schemas.mjs';

const BYTES = 'hk.qos.client.internal.format.ByteFormats';
const JSON_FORMATS = 'hk.qos.client.internal.format.JsonFormats';
const ANSWERS = 'hk.qos.client.internal.format.AnswerFormats';
const TEXT = 'hk.qos.client.internal.format.TextFormats';
const NULLABLE = 'org.jspecify.annotations.Nullable';

/** How an argument is declared: null is an option only where the document does not require it. */
export function declared(source, { type, required }) {
  return required ? source.use(type.primitive ?? type.java) : `@${source.use(NULLABLE)} ${source.use(type.java)}`;
}

/** The expression that reads a value from the cursor `in`, within the class of push decoders. */
export function readBytes(source, type, cursor = 'in', depth = 1) {
  const formats = source.use(BYTES);
  switch (type.kind) {
    case 'scalar':
      return type.interned ? `${formats}.readCode(${cursor}, this.codes)` : `${formats}.read${capital(type.codec)}(${cursor})`;
    case 'enum':
      return `${formats}.read${type.number ? 'Number' : 'Text'}Enum(${cursor}, ${enumArguments(source, type)})`;
    case 'record':
      return `${lower(type.name)}(${cursor})`;
    case 'list':
      return `${formats}.readList(${cursor}, ${bytesReader(source, type.item, depth)})`;
    default:
      return `${formats}.readJson(${cursor}, json -> ${readJson(source, type, 'json')})`;
  }
}

function bytesReader(source, type, depth) {
  const each = nested('each', depth);
  return type.kind === 'record' ? `this.${readerName(type)}` : `${each} -> ${readBytes(source, type, each, depth + 1)}`;
}

/** The name of the field that reads a record. */
export function readerName(type) {
  return `${lower(type.name)}Reader`;
}

/** The name of a lambda's parameter, distinct from those of enclosing lambdas. */
export function nested(name, depth) {
  return depth === 1 ? name : `${name}${depth}`;
}

function enumArguments(source, type) {
  const name = source.use(type.java);
  return type.number ? `${name}::fromWire, ${name}.UNRECOGNIZED` : `${name}::fromWire`;
}

/** The expression that reads a value from a reader of Moshi. */
export function readJson(source, type, reader) {
  const formats = source.use(JSON_FORMATS);
  switch (type.kind) {
    case 'scalar':
      return `${formats}.read${capital(type.codec)}(${reader})`;
    case 'codes':
    case 'batch':
      return `${formats}.readCodes(${reader})`;
    case 'results':
      return `${source.use(ANSWERS)}.readResults(${reader}, ${jsonReader(source, type.item)})`;
    case 'list':
      return areElements(type.item)
        ? `${source.use(ANSWERS)}.readElements(${reader}, ${jsonReader(source, type.item)})`
        : `${formats}.readList(${reader}, ${jsonReader(source, type.item)})`;
    case 'map':
      return `${formats}.readMap(${reader}, ${textParser(source, type.key)}, ${jsonReader(source, type.value)})`;
    default:
      return `${adapter(source, type)}.read(${reader})`;
  }
}

/** Whether items identify themselves, so that an answer may omit one. */
function areElements({ kind, schema }) {
  return kind === 'delimited' || (kind === 'record' && requiredOf(schema).length > 0);
}

function jsonReader(source, type) {
  const formats = source.use(JSON_FORMATS);
  switch (type.kind) {
    case 'scalar':
      return `${formats}::read${capital(type.codec)}`;
    case 'codes':
    case 'batch':
      return `${formats}::readCodes`;
    case 'list':
      return areElements(type.item)
        ? `${source.use(ANSWERS)}.elementsReader(${jsonReader(source, type.item)})`
        : `${formats}.listReader(${jsonReader(source, type.item)})`;
    case 'map':
      return `${formats}.mapReader(${textParser(source, type.key)}, ${jsonReader(source, type.value)})`;
    default:
      return `${adapter(source, type)}::read`;
  }
}

function adapter(source, type) {
  return source.use(`json.${type.name}Adapter`);
}

function textParser(source, type) {
  const text = source.use(TEXT);
  if (type.kind === 'enum') {
    return type.number ? `${text}.enumParser(${enumArguments(source, type)})` : enumArguments(source, type);
  }
  return `${text}::parse${capital(type.text)}`;
}

function textPrinter(source, type) {
  const text = source.use(TEXT);
  if (type.kind === 'enum') {
    return type.number ? `${text}.enumPrinter(${source.use(type.java)}::wire)` : `${source.use(type.java)}::wire`;
  }
  return `${text}::print${capital(type.text)}`;
}

/** The statement that writes a present value to the buffer `out`, within a class of the stream's package. */
export function writeBytes(source, place, type, value, out = 'out', depth = 1) {
  const formats = source.use(BYTES);
  switch (type.kind) {
    case 'scalar':
      return `${formats}.write${capital(type.codec)}(${out}, ${value});`;
    case 'enum':
      return `${formats}.write${type.number ? 'Int32' : 'Text'}(${out}, ${value}.wire());`;
    case 'codes':
      return `${formats}.writeList(${out}, ${source.use('hk.qos.client.internal.check.CodeSpelling')}.batch(${value}), ${formats}::writeText);`;
    case 'list':
      return `${formats}.writeList(${out}, ${value}, ${bytesWriter(source, place, type.item, depth)});`;
    case 'map':
      return `${formats}.writeMap(${out}, ${value}, ${textPrinter(source, type.key)}, ${bytesWriter(source, place, type.value, depth)});`;
    case 'record':
      return `CommandParts.${lower(type.name)}(${out}, ${value});`;
    default:
      throw new DocumentError(place, `a command cannot carry what is in Java a ${type.java}`);
  }
}

function bytesWriter(source, place, type, depth) {
  const [buffer, each] = [nested('buffer', depth), nested('each', depth)];
  return type.kind === 'record'
    ? `CommandParts::${lower(type.name)}`
    : `(${buffer}, ${each}) -> ${writeBytes(source, place, type, each, buffer, depth + 1).slice(0, -1)}`;
}
