import { keyMethods, keysArgument } from './keys.mjs';
import { lower } from './names.mjs';
import { indent, javadoc, prose } from './source.mjs';

/** Generates the class with the channels of subscriptions. */
export function channelsClass(source, channels, type = 'QosChannels') {
  const parts = channels.map((channel) => (channel.parameters.length > 0 ? family(source, channel) : sole(source, channel)));
  const kinds = channels.map((channel) => channelRecord(source, channel));
  return source.text(`
${javadoc(['The channels of subscriptions: kinds of data that are pushed by key.'])}
public final class ${type} {
${indent(parts.join('\n\n'))}

    private ${type}() {}

${indent(kinds.join('\n\n'))}
}
`);
}

function sole(source, channel) {
  const data = source.use(channel.record.java);
  return `${javadoc([`${prose(channel.subscribe.summary)}. Section ${channel.section}.`])}
public static final ${source.use('hk.qos.stream.spi.Channel')}<${data}> ${channel.constant} = new ${channel.what}Channel();`;
}

function family(source, channel) {
  const kind = `${source.use('hk.qos.stream.spi.Channel')}<${source.use(channel.record.java)}>`;
  const parameters = channel.parameters.map((each) => `${source.use(each.type.java)} ${each.name}`).join(', ');
  const tags = channel.parameters.map((each) => `@param ${each.name} ${prose(each.description)}`);
  const cached = channel.parameters.length === 1;
  const all = `${javadoc([`The channels of all values. Section ${channel.section}.`])}
public static final ${source.use('hk.qos.stream.spi.ChannelFamily')}<${source.use(channel.record.java)}> ${familyConstant(channel)} = new ChannelFamily<>("${channel.method}");`;
  const method = `${javadoc(
    [`${prose(channel.subscribe.summary)}; a channel for each value. Section ${channel.section}.`],
    [...tags, '@throws IllegalArgumentException if a value is null or UNRECOGNIZED'],
  )}
public static ${kind} ${channel.method}(${parameters}) {
    ${cached ? cachedReturn(source, channel) : `return new ${channel.what}Channel(${channel.parameters.map(({ name }) => name).join(', ')});`}
}`;
  return [all, ...(cached ? [cache(source, channel, kind)] : []), method].join('\n\n');
}

/** The family of a channel, as an expression in other classes or, without `type`, in this one. */
export function familyOf(channel, type) {
  const of = type ? `${type}.` : '';
  return channel.parameters.length > 0 ? `${of}${familyConstant(channel)}` : `${of}${channel.constant}.family()`;
}

const familyConstant = ({ constant }) => `ALL_${constant}`;

/** One channel for each value, since every push looks one up. */
function cache(source, { constant, what, parameters: [{ type, name }] }, kind) {
  const key = source.use(type.java);
  const map = `${source.use('java.util.Map')}<${key}, ${kind}>`;
  return `private static final ${map} ${constant} = new ${source.use('java.util.EnumMap')}<>(${key}.class);

static {
    for (${key} ${name} : ${key}.values()) {
        if (${name} != ${key}.UNRECOGNIZED) {
            ${constant}.put(${name}, new ${what}Channel(${name}));
        }
    }
}`;
}

function cachedReturn(source, { constant, what, parameters: [{ type, name }] }) {
  const check = `${source.use('hk.qos.stream.internal.check.Checks')}.known("${name}", ${name}, ${source.use(type.java)}.UNRECOGNIZED)`;
  return `return ${source.use('java.util.Objects')}.requireNonNull(${constant}.get(${check}), "${what}");`;
}

function channelRecord(source, channel) {
  const data = source.use(channel.record.java);
  const parameters = channel.parameters.map((each) => `${source.use(each.type.java)} ${each.name}`).join(', ');
  const names = source.use('hk.qos.client.StreamChannels');
  const name = channel.parameters.length > 0
    ? `${names}.${channel.method}(${channel.parameters.map((each) => each.name).join(', ')})`
    : `${names}.${channel.constant}`;
  const keyed = channel.parameters.length > 0;
  const methods = [
    ...(keyed ? [] : [`@Override\npublic String name() {\n    return ${name};\n}`]),
    ...(keyed ? [`@Override\npublic ChannelFamily<${data}> family() {\n    return ${familyOf(channel)};\n}`] : []),
    ...keyMethods(source, channel),
    `@Override\npublic ${source.use('hk.qos.stream.spi.Retention')} retention() {\n    return Retention.${channel.retention};\n}`,
    commandMethod(source, 'subscribe', channel, channel.subscribe),
    commandMethod(source, 'cancel', channel, channel.cancel),
    identityMethod(source, channel, data),
    `@Override\npublic boolean isSame(${data} one, ${data} other) {\n    return PushEquality.${lower(channel.record.name)}(one, other);\n}`,
    timeMethod(source, channel, data),
    recoveryMethod(source, channel, data),
    `@Override\npublic String toString() {\n    return name();\n}`,
  ];
  const check = channel.parameters.map(
    (each) => `${source.use('hk.qos.stream.internal.check.Checks')}.known("${each.name}", ${each.name}, ${source.use(each.type.java)}.UNRECOGNIZED);`,
  );
  const constructor = keyed
    ? `private ${channel.what}Channel(${parameters}) {\n    this(${channel.parameters.map((each) => each.name).join(', ')}, ${name});\n}\n\nprivate ${channel.what}Channel {\n${indent(check.join('\n'))}\n}\n\n`
    : '';
  return `private record ${channel.what}Channel(${keyed ? `${parameters}, String name` : ''}) implements ${source.use('hk.qos.stream.spi.Channel')}<${data}> {
${indent(constructor + methods.filter(Boolean).join('\n\n'))}
}`;
}

function commandMethod(source, method, channel, command) {
  const argumentOf = ({ wire }) =>
    wire === channel.keys.wire ? keysArgument(source, channel) : (channel.parameters.find((each) => each.wire === wire)?.name ?? 'null');
  return `@Override
public ${source.use('hk.qos.stream.spi.Command')} ${method}(${source.use('java.util.Collection')}<String> keys) {
    return new ${command.className}(${command.body.map(argumentOf).join(', ')});
}`;
}

function identityMethod(source, { identity }, data) {
  if (identity.length === 0) {
    return '';
  }
  const objects = source.use('java.util.Objects');
  const value = identity.length === 1
    ? `${objects}.requireNonNullElse(data.${identity[0].name}(), "")`
    : `${source.use('java.util.Arrays')}.asList(${identity.map(({ name }) => `data.${name}()`).join(', ')})`;
  return `@Override\npublic Object identity(${data} data) {\n    return ${value};\n}`;
}

function timeMethod(source, { time }, data) {
  const nullable = source.use('org.jspecify.annotations.Nullable');
  return time
    ? `@Override\npublic @${nullable} ${source.use('java.time.Instant')} time(${data} data) {\n    return data.${time.name}();\n}`
    : '';
}

function recoveryMethod(source, { recovery, what, parameters }, data) {
  return recovery
    ? `@Override\npublic ${source.use('hk.qos.stream.spi.Recovery')}<${data}> recovery() {\n    return new ${what}Recovery(${parameters.map(({ name }) => name).join(', ')});\n}`
    : '';
}
