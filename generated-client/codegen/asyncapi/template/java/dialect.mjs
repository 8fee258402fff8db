import { members } from './decoders.mjs';
import { constant, nameKey } from './names.mjs';
import { keyReader, kindOfKey, pushedKey } from './keys.mjs';
import { indent, literal } from './source.mjs';
import { readBytes } from './values.mjs';

/** Generates the class that classifies frames for the runtime. */
export function dialectClass(source, model) {
  const { envelope, channels, commands, heartbeat } = model;
  for (const name of ['hk.qos.stream.internal.json.JsonCursor', 'hk.qos.stream.internal.json.StringTable',
    'hk.qos.stream.spi.Answer', 'hk.qos.stream.spi.Dialect', 'hk.qos.stream.spi.FrameSink', 'hk.qos.stream.spi.MalformedFrameException', 'hk.qos.stream.spi.Request',
    'hk.qos.client.internal.format.ByteReader', 'io.netty.buffer.ByteBuf', 'java.time.Instant', 'java.util.Set', 'java.util.function.IntPredicate', 'java.util.regex.Pattern', 'org.jspecify.annotations.Nullable']) {
    source.use(name);
  }
  const names = longNames(source, [
    ...[envelope.push, envelope.answer, envelope.status, envelope.id],
    ...channels.flatMap(({ key, pushed }) => [key, ...pushed].map(({ wire }) => wire)),
  ]);
  const types = commands.map(({ type }) => literal(type)).join(', ');
  return source.text(`
/**
 * The protocol of the stream: tells pushes ({@code ${envelope.push}}) from answers ({@code ${envelope.answer}}) and refusals, reads pushes from
 * their bytes, and knows the one spelling of a code. One for each stream; not for several threads.
 */
public final class QosDialect implements Dialect {
    private static final Set<String> TYPES = Set.of(${types});
    private static final int MAX_KINDS = 256;
    private static final Pattern REFUSED_KEY =
            Pattern.compile(${literal(envelope['refused-key'])}, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
${indent(names)}
    private final JsonCursor cursor = new JsonCursor();
    private final StringTable kinds = new StringTable(MAX_KINDS, kind -> kind);
    private final PushDecoders decoders = new PushDecoders();

    @Override
    public void read(ByteBuf frame, FrameSink sink) throws MalformedFrameException {
        JsonCursor in = cursor.over(frame);
        in.beginObject();
        int first = in.nextName();
        if (${is('first', envelope.push)}) {
            String kind = in.string(kinds);
            if (kind != null) {
                push(kind, in, sink);
                return;
            }
        }
        in.rewind();
        readInAnyOrder(in, sink);
    }

    @Override
    public @Nullable Answer answerIn(ByteBuf beginning) {
        String answer = null;
        try {
            JsonCursor in = cursor.over(beginning);
            in.beginObject();
            for (int name = in.nextName(); name != 0; name = in.nextName()) {
                if (${is('name', envelope.answer)}) {
                    answer = in.string(kinds);
                } else if (${is('name', envelope.id)}) {
                    long id = in.absent() ? 0 : in.int64();
                    return answer == null && id == 0 ? null : new Answer(answer == null ? "" : answer, id);
                } else {
                    in.skip();
                }
            }
        } catch (MalformedFrameException end) {
            // The rest of the frame was discarded.
        }
        return answer == null ? null : new Answer(answer, 0);
    }

    /** The member that makes a frame a push may be at any position; without it the frame is an answer. */
    private void readInAnyOrder(JsonCursor in, FrameSink sink) throws MalformedFrameException {
        String push = null;
        String answer = null;
        String status = null;
        long id = 0;
        in.beginObject();
        for (int name = in.nextName(); name != 0; name = in.nextName()) {
            if (${is('name', envelope.push)}) {
                push = in.string(kinds);
            } else if (${is('name', envelope.answer)}) {
                answer = in.string(kinds);
            } else if (${is('name', envelope.status)}) {
                status = in.string();
            } else if (${is('name', envelope.id)}) {
                id = in.absent() ? 0 : in.int64();
            } else {
                in.skip();
            }
        }
        in.end();
        if (push != null) {
            in.rewind();
            in.beginObject();
            push(push, in, sink);
        } else {
            answer(answer, id, status, in, sink);
        }
    }

    private static void answer(
            @Nullable String type, long id, @Nullable String status, JsonCursor in, FrameSink sink)
            throws MalformedFrameException {
        if (type == null && status == null && id == 0) {
            sink.unknown("neither ${envelope.push} nor ${envelope.answer}");
        } else if (status == null) {
            throw in.wrong("an answer without ${envelope.status}");
        } else if (id != 0 || TYPES.contains(type == null ? "" : type)) {
            sink.answer(type == null ? "" : type, id, status.equals(${literal(envelope.ok)}) ? null : status);
        } else {
            sink.unknown(type == null ? status : type);
        }
    }

    /** Reads a push whose object was entered; only its kind has been read. */
    private void push(String kind, JsonCursor in, FrameSink sink) throws MalformedFrameException {
        try {
            readPush(kind, in, sink);
        } catch (MalformedFrameException e) {
            undecodable(kind, in, sink, e);
        }
    }

    private void readPush(String kind, JsonCursor in, FrameSink sink) throws MalformedFrameException {
        switch (kind) {
${indent(channels.map((channel) => pushCase(source, channel)).join('\n'), 3)}
            default -> {
                in.rewind();
                in.skip();
                in.end();
                sink.unknown(kind);
            }
        }
    }

    /** Reports the topic of an undecodable push, if it can be read. */
    private void undecodable(String kind, JsonCursor in, FrameSink sink, MalformedFrameException why)
            throws MalformedFrameException {
        switch (kind) {
${indent(channels.map((channel) => undecodableCase(source, channel)).join('\n'), 3)}
            default -> throw why;
        }
    }

    /** The first field that passes the test, if it and all before it can be read. */
    private static <T> @Nullable T field(JsonCursor in, IntPredicate wanted, ByteReader<T> reader) {
        try {
            in.rewind();
            in.beginObject();
            for (int name = in.nextName(); name != 0; name = in.nextName()) {
                if (wanted.test(name)) {
                    return reader.read(in);
                }
                in.skip();
            }
            return null;
        } catch (MalformedFrameException e) {
            return null;
        }
    }

    @Override
    public Request<Instant> heartbeat() {
        return new ${heartbeat.className}();
    }

    @Override
    public boolean refusesCredentials(String message) {
        return REFUSED_KEY.matcher(${source.use('hk.qos.stream.spi.Redactor')}.unmarked(message)).matches();
    }

    @Override
    public @Nullable String refusalIn(ByteBuf body) throws MalformedFrameException {
        JsonCursor in = cursor.over(body);
        String status = null;
        in.beginObject();
        for (int name = in.nextName(); name != 0; name = in.nextName()) {
            if (${is('name', envelope.status)}) {
                status = in.string();
            } else {
                in.skip();
            }
        }
        in.end();
        return status;
    }
}
`);
}

/** Constants for the names whose key does not identify them. */
function longNames(source, names) {
  return [...new Set(names)]
    .filter((wire) => !nameKey(wire).exact)
    .map((wire) => `private static final byte[] ${longName(wire)} = ${source.use('hk.qos.stream.internal.json.JsonOutput')}.raw(${literal(wire)});\n`)
    .join('');
}

function longName(wire) {
  return `NAME_${constant(wire)}`;
}

/** The condition that the last name is `wire`; the variable holds its key. */
function is(variable, wire) {
  const key = nameKey(wire);
  const rest = key.exact ? '' : ` && in.nameIs(${longName(wire)})`;
  return `${variable} == ${key.literal} /* ${wire} */${rest}`;
}

function pushCase(source, channel) {
  const data = source.use(channel.record.java);
  const read = `${data} data = decoders.${members(channel.record)}(in);
    in.end();`;
  const key = pushedKey(channel);
  const keys = kindOfKey(channel.key.type) === 'enum' ? [channel.key] : [];
  const locals = channel.pushed.map(({ type, name }) => `${source.use(type.java)} ${name} = data.${name}();`);
  const strange = [
    ...keys.map(({ type, name }) => `data.${name}() == ${source.use(type.java)}.UNRECOGNIZED`),
    ...channel.pushed.map(({ type, name }) => `${name} == null || ${name} == ${source.use(type.java)}.UNRECOGNIZED`),
  ];
  const names = channel.pushed.map(({ name }) => name).join(', ');
  const of = channel.parameters.length > 0 ? `${channel.method}(${names})` : channel.constant;
  const push = `sink.push(QosChannels.${of}, ${key}, data);`;
  if (strange.length === 0) {
    return `case ${literal(channel.type)} -> {
    ${read}
    ${push}
}`;
  }
  const unknown = [...keys, ...channel.pushed].map(({ name }) => name).join(', ');
  return `case ${literal(channel.type)} -> {
    ${read}
${indent([...locals, `if (${strange.join(' || ')}) {
    sink.unknown("${channel.type} of an unknown ${unknown}");
} else {
    ${push}
}`].join('\n'))}
}`;
}

function undecodableCase(source, channel) {
  const key = fieldOf(channel.key.wire, keyReader(source, channel));
  if (channel.parameters.length === 0) {
    return `case ${literal(channel.type)} -> sink.undecodable(QosChannels.${channel.constant}, ${key}, why);`;
  }
  const locals = channel.pushed.map(
    ({ type, name, wire }) => `${source.use(type.java)} ${name} = ${fieldOf(wire, `each -> ${readBytes(source, type, 'each')}`)};`,
  );
  const strange = channel.pushed.map(({ type, name }) => `${name} == null || ${name} == ${source.use(type.java)}.UNRECOGNIZED`);
  return `case ${literal(channel.type)} -> {
${indent(locals.join('\n'))}
    if (${strange.join(' || ')}) {
        throw why;
    }
    sink.undecodable(QosChannels.${channel.method}(${channel.pushed.map(({ name }) => name).join(', ')}), ${key}, why);
}`;
}

function fieldOf(wire, reader) {
  return `field(in, name -> ${is('name', wire)}, ${reader})`;
}
