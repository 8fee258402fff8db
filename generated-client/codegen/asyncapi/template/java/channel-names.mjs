import { indent, javadoc, prose } from './source.mjs';

/** The class with the names of channels that users compare with. */
export function channelNames(source, channels) {
  const parts = channels.map((channel) => (channel.parameters.length > 0 ? family(source, channel) : sole(channel)));
  return source.text(`
/**
 * The names of the stream's channels, as in {@link hk.qos.stream.Topic#channel}, {@link hk.qos.stream.Subscription#channel},
 * events, metrics and log lines. Later versions may add names, and change none.
 */
public final class StreamChannels {
${indent(parts.join('\n\n'))}

    private StreamChannels() {}
}
`);
}

function sole(channel) {
  return `${javadoc([about(channel)])}
public static final String ${channel.constant} = "${channel.method}";`;
}

function family(source, channel) {
  const parameters = channel.parameters.map((each) => `${source.use(each.type.java)} ${each.name}`).join(', ');
  const checked = channel.parameters.map(
    (each) => `${source.use('hk.qos.stream.internal.check.Checks')}.known("${each.name}", ${each.name}, ${source.use(each.type.java)}.UNRECOGNIZED)`,
  );
  return `${javadoc(
    [`${about(channel)} For example {@code ${channel.method}(${channel.parameters.map(({ type }) => type.schema['x-enum-varnames']?.[0] ?? 'X').join(',')})}.`],
    [
      ...channel.parameters.map((each) => `@param ${each.name} ${prose(each.description)}`),
      '@throws IllegalArgumentException if a value is null or UNRECOGNIZED',
    ],
  )}
public static String ${channel.method}(${parameters}) {
    return "${channel.method}(" + ${checked.join(' + "," + ')} + ")";
}`;
}

function about({ subscribe, section }) {
  return `The channel of {@link QosStream#${subscribe.name}}. Section ${section}.`;
}
