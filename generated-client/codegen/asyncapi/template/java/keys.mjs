const CHECKS = 'hk.qos.stream.internal.check.Checks';
const SPELLING = 'hk.qos.client.internal.check.CodeSpelling';

/** What identifies the pushes of a channel: an instrument `code`, a constant of an `enum`, or a `text`; undefined for anything else. */
export function kindOfKey({ kind, number, interned, java }) {
  if (interned) return 'code';
  if (kind === 'enum') return number ? undefined : 'enum';
  return kind === 'scalar' && java === 'java.lang.String' ? 'text' : undefined;
}

/** Whether a command's field is the list of keys of such a kind. */
export function listsKeys({ type }, key) {
  return kindOfKey(key.type) === 'code' ? type.kind === 'codes' : type.kind === 'list' && type.item.java === key.type.java;
}

/** The Java of a channel's keys in QosStream. They are texts in the runtime, as on the wire. */
export function keysOf(source, { key, keys }) {
  const kind = kindOfKey(key.type);
  const type = source.use(key.type.java);
  const many = keys.name;
  const one = kind === 'code' ? 'code' : key.name;
  const items = () => `${source.use(CHECKS)}.items("${many}", ${many}, 1, Integer.MAX_VALUE)`;
  const known = (argument, value) => `${source.use(CHECKS)}.known("${argument}", ${value}, ${type}.UNRECOGNIZED)`;
  const shared = { isCode: kind === 'code', type, many, one };
  switch (kind) {
    case 'code':
      return { ...shared, things: 'instruments', thing: 'instrument', all: `this.rules.anyNumberOfCodes("${many}", ${many})`, single: 'this.rules.code("code", code)' };
    case 'enum':
      return { ...shared, things: `{@code ${many}}`, thing: `{@code ${one}}`, all: `${known(many, items())}.stream().map(${type}::wire).toList()`, single: `${known(one, one)}.wire()` };
    default:
      return { ...shared, things: `{@code ${many}}`, thing: `{@code ${one}}`, all: items(), single: `${source.use(CHECKS)}.required("${one}", ${one})` };
  }
}

/** The methods of a channel about its keys. */
export function keyMethods(source, { key }) {
  const canonical = (value) => `@Override\npublic String canonicalKey(String key) {\n    return ${value};\n}`;
  return kindOfKey(key.type) === 'code'
    ? [canonical(`${source.use(SPELLING)}.canonical(key)`)]
    : [canonical('key'), '@Override\npublic boolean isCounted() {\n    return false;\n}'];
}

/** The keys that a channel's command takes, as an expression of the texts `keys`. */
export function keysArgument(source, { key }) {
  return kindOfKey(key.type) === 'enum' ? `keys.stream().map(${source.use(key.type.java)}::fromWire).toList()` : 'keys';
}

/** The key of the record `data`, as a text. */
export function pushedKey({ key }) {
  return `data.${key.name}()${kindOfKey(key.type) === 'enum' ? '.wire()' : ''}`;
}

/** The reader of a key alone. */
export function keyReader(source, { key }) {
  return kindOfKey(key.type) === 'code' ? 'decoders::code' : `${source.use('hk.qos.client.internal.format.ByteFormats')}::readText`;
}
