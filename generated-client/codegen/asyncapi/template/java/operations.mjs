import { constant } from './names.mjs';
import { indent, javadoc, literal, prose } from './source.mjs';

const SECONDS = /^PT(\d+)S$/;

/** The record that describes one operation. */
export function operationRecord(source) {
  source.use('java.util.List');
  return source.text(`
/**
 * A command of the stream.
 *
 * @param name the method of {@code QosStream}
 * @param section the section of the vendor's documentation, such as {@code 5.2}
 * @param summary a short description
 * @param frames the types of the frames that it sends, such as those to subscribe and to cancel
 */
public record StreamOperation(String name, String section, String summary, List<String> frames) {
    /** Copies the frames. */
    public StreamOperation {
        frames = List.copyOf(frames);
    }

    /** The name and the section, such as {@code subscribeSnapshots (5.2)}. */
    @Override
    public String toString() {
        return name + " (" + section + ")";
    }
}
`);
}

/** Generates the list of operations, with the limits and addresses of the document. */
export function operationsClass(source, model) {
  source.use('java.util.List');
  const operations = model.commands.filter(({ role }) => role !== 'cancel');
  const constants = operations.map((command) => {
    const cancel = model.channels.find(({ subscribe }) => subscribe === command)?.cancel;
    const frames = [command, cancel].filter(Boolean).map(({ type }) => literal(type)).join(', ');
    return `${javadoc([`${prose(command.summary)}. Section ${command.section}.`])}
public static final StreamOperation ${constant(command.name)} = new StreamOperation(
        ${literal(command.name)}, ${literal(command.section)}, ${literal(command.summary)}, List.of(${frames}));`;
  });
  const all = operations.map(({ name }) => `        ${constant(name)}`).join(',\n');
  return source.text(`
${javadoc(['The commands of the stream, and what the document says of all of them.'])}
public final class StreamOperations {
    /** The URL of the live service. */
    public static final String SERVER = ${literal(model.server.url)};

    /** The header of the upgrade request that carries the API key. */
    public static final String KEY_HEADER = ${literal(model.server.keyHeader)};

${indent(limits(source, model).join('\n\n'))}

${indent(constants.join('\n\n'))}

    private static final List<StreamOperation> ALL = List.of(
${indent(all)});

    private StreamOperations() {}

    /** Returns all commands, in the order of the document. */
    public static List<StreamOperation> all() {
        return ALL;
    }
}
`);
}

/** The document's limits: durations and counts. They depend on the plan and are only defaults of settings. */
function limits(source, { limits: stated, heartbeat }) {
  const { interval, minimum, maximum } = heartbeat.operation['x-heartbeat'];
  const all = { ...stated, heartbeatInterval: interval, heartbeatMinimum: minimum, heartbeatMaximum: maximum };
  return Object.entries(all)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const seconds = SECONDS.exec(value)?.[1];
      const type = typeof value === 'number' ? 'int' : source.use('java.time.Duration');
      const java = typeof value === 'number' ? value : seconds ? `Duration.ofSeconds(${seconds})` : `Duration.parse(${literal(value)})`;
      return `${javadoc([`\`${name}\` of the document; plans can differ.`.replace(/`([^`]*)`/g, '{@code $1}')])}
public static final ${type} ${constant(name)} = ${java};`;
    });
}
