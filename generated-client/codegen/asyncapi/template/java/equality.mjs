import { lower } from './names.mjs';
import { indent, javadoc } from './source.mjs';
import { nested } from './values.mjs';

/** Generates the class that compares records of pushes by value, independent of how numbers were written. */
export function equalityClass(source, records, schemas) {
  const methods = records.map((record) => recordMethod(source, record, schemas.fields(record.name, record.schema)));
  const nullable = `@${source.use('org.jspecify.annotations.Nullable')}`;
  const decimal = source.use('java.math.BigDecimal');
  const list = source.use('java.util.List');
  const test = source.use('java.util.function.BiPredicate');
  return source.text(`
${javadoc(['Compares records of pushes by value. Numbers that differ only in trailing zeros are equal.'])}
final class PushEquality {
    private PushEquality() {}

${indent(methods.join('\n\n'))}

    private static boolean decimals(${nullable} ${decimal} one, ${nullable} ${decimal} other) {
        return one == null || other == null ? one == null && other == null : one.compareTo(other) == 0;
    }

    private static <T> boolean lists(${nullable} ${list}<T> one, ${nullable} ${list}<T> other, ${test}<T, T> same) {
        if (one == null || other == null || one.size() != other.size()) {
            return one == null && other == null;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!same.test(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }
}
`);
}

function recordMethod(source, record, fields) {
  const type = `@${source.use('org.jspecify.annotations.Nullable')} ${source.use(record.java)}`;
  const same = fields.map(({ name, type: of }) => comparison(source, of, `one.${name}()`, `other.${name}()`));
  return `static boolean ${lower(record.name)}(${type} one, ${type} other) {
    if (one == null || other == null) {
        return one == null && other == null;
    }
    return ${same.length === 0 ? 'true' : same.join(`\n            && `)};
}`;
}

function comparison(source, type, one, other, depth = 1) {
  switch (type.kind) {
    case 'record':
      return `${lower(type.name)}(${one}, ${other})`;
    case 'list':
      return type.item.kind === 'record'
        ? `lists(${one}, ${other}, PushEquality::${lower(type.item.name)})`
        : `lists(${one}, ${other}, ${pairwise(source, type.item, nested('each', depth), nested('twin', depth), depth + 1)})`;
    default:
      return type.java === 'java.math.BigDecimal'
        ? `decimals(${one}, ${other})`
        : `${source.use('java.util.Objects')}.equals(${one}, ${other})`;
  }
}

function pairwise(source, type, each, twin, depth) {
  return `(${each}, ${twin}) -> ${comparison(source, type, each, twin, depth)}`;
}
