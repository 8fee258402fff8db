import { indent, javadoc, prose } from './source.mjs';

const CHECKS = 'hk.qos.stream.internal.check.Checks';

/** Lists and maps are empty if they are absent. */
const isMany = ({ type }) => /^java\.util\.(List|Map)</.test(type.java);

/** Generates the record of an answer that has fields beside its data. */
export function answerRecord(source, { name, section, result }) {
  const nullable = `@${source.use('org.jspecify.annotations.Nullable')}`;
  const checks = source.use(CHECKS);
  const data = { name: 'data', wire: 'data', description: result.described, type: result.data };
  const fields = [data, ...result.beside];
  const isData = (field) => field === data;
  const java = ({ type }) => source.use(type.java);
  const absent = (field) => (isMany(field) ? 'Empty if absent.' : 'Null if absent.');
  const tags = fields.map((field) => `@param ${field.name} ${prose(field.description)}${isData(field) ? '' : ` ${absent(field)} On the wire {@code ${field.wire}}.`}`);
  const components = fields.map((field) => `${isData(field) || isMany(field) ? '' : `${nullable} `}${java(field)} ${field.name}`);
  const checked = fields
    .filter((field) => isData(field) || isMany(field))
    .map((field) => (isMany(field) ? `${field.name} = ${manyOf(checks, field)};` : `${checks}.required("${field.name}", ${field.name});`));
  const given = fields.map((field) =>
    isMany(field) && !isData(field) ? `${field.name} == null ? ${source.use(/^[\w.]+/.exec(field.type.java)[0])}.of() : ${field.name}` : isData(field) ? `${checks}.required("data", data)` : field.name);
  const setters = fields.map((field) => {
    const value = isMany(field) ? manyOf(checks, field) : `${checks}.${isData(field) ? 'required' : 'given'}("${field.name}", ${field.name})`;
    return `${javadoc([prose(field.description)])}
public Builder ${field.name}(${java(field)} ${field.name}) {
    this.${field.name} = ${value};
    return this;
}`;
  });
  return source.text(`
${javadoc([`Answer of {@link hk.qos.client.QosStream} to {@code ${name}}. Section ${section}.`, 'The canonical constructor is not part of the API, since it changes with each new component. Create records with {@link #builder()}.'], tags)}
public record ${result.name}(${components.join(', ')}) {

    /** @throws IllegalArgumentException if a component that is not {@code @Nullable} is null; the message names it */
    public ${result.name} {
${indent(checked.join('\n'), 2)}
    }

    /** Returns a builder. A component that is not set is absent. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds a {@link ${result.name}}. Each method sets the component of its name, and throws {@link IllegalArgumentException} if
     * the argument is null. Not thread-safe.
     */
    public static final class Builder {
${indent(fields.map((field) => `private ${nullable} ${java(field)} ${field.name};`).join('\n'), 2)}

        private Builder() {}

${indent(setters.join('\n\n'), 2)}

        /**
         * Returns the record.
         *
         * @throws IllegalArgumentException if a required component is not set; the message names it
         */
        public ${result.name} build() {
            return new ${result.name}(${given.join(', ')});
        }
    }
}
`);
}

function manyOf(checks, { name, type }) {
  return `${checks}.${type.kind === 'map' ? 'entries' : 'items'}("${name}", ${name})`;
}

/** The expression of a request with the rules for elements of its answer, which `finish` completes. */
export function judgedRequest(source, { result }, made, finish) {
  if (result.kind !== 'answer') {
    return `this.answers.request(${made}, ${finish})`;
  }
  const answer = source.use(result.java);
  const beside = result.beside.map(({ name }) => `answered.${name}()`).join(', ');
  return `this.answers.request(${made}, ${answer}::data, (answered, replaced) -> new ${answer}(replaced, ${beside}), ${finish})`;
}
