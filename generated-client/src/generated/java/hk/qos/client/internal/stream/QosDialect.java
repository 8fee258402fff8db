// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.stream;

import hk.qos.client.internal.format.ByteFormats;
import hk.qos.client.internal.format.ByteReader;
import hk.qos.client.model.Depth;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.stream.internal.json.JsonCursor;
import hk.qos.stream.internal.json.JsonOutput;
import hk.qos.stream.internal.json.StringTable;
import hk.qos.stream.spi.Answer;
import hk.qos.stream.spi.Dialect;
import hk.qos.stream.spi.FrameSink;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Redactor;
import hk.qos.stream.spi.Request;
import io.netty.buffer.ByteBuf;
import java.time.Instant;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The protocol of the stream: tells pushes ({@code tp}) from answers ({@code type}) and refusals, reads pushes from
 * their bytes, and knows the one spelling of a code. One for each stream; not for several threads.
 */
public final class QosDialect implements Dialect {
    private static final Set<String> TYPES = Set.of("H", "S", "SC", "T", "TC", "D", "DC", "K", "KC", "RS", "RT", "RD", "RK", "RH", "RI");
    private static final int MAX_KINDS = 256;
    private static final Pattern REFUSED_KEY =
            Pattern.compile("(?!.*(limit|too many|exceed|frequen|connections)).*(?<![a-z])key(?![a-z]).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final byte[] NAME_REQID = JsonOutput.raw("reqid");

    private final JsonCursor cursor = new JsonCursor();
    private final StringTable kinds = new StringTable(MAX_KINDS, kind -> kind);
    private final PushDecoders decoders = new PushDecoders();

    @Override
    public void read(ByteBuf frame, FrameSink sink) throws MalformedFrameException {
        JsonCursor in = cursor.over(frame);
        in.beginObject();
        int first = in.nextName();
        if (first == 0x7470 /* tp */) {
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
                if (name == 0x74797065 /* type */) {
                    answer = in.string(kinds);
                } else if (name == 0x85727164 /* reqid */ && in.nameIs(NAME_REQID)) {
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
            if (name == 0x7470 /* tp */) {
                push = in.string(kinds);
            } else if (name == 0x74797065 /* type */) {
                answer = in.string(kinds);
            } else if (name == 0x6D7367 /* msg */) {
                status = in.string();
            } else if (name == 0x85727164 /* reqid */ && in.nameIs(NAME_REQID)) {
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
            sink.unknown("neither tp nor type");
        } else if (status == null) {
            throw in.wrong("an answer without msg");
        } else if (id != 0 || TYPES.contains(type == null ? "" : type)) {
            sink.answer(type == null ? "" : type, id, status.equals("OK") ? null : status);
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
            case "S" -> {
                Snapshot data = decoders.snapshotMembers(in);
                in.end();
                sink.push(QosChannels.SNAPSHOTS, data.code(), data);
            }
            case "T" -> {
                Trade data = decoders.tradeMembers(in);
                in.end();
                sink.push(QosChannels.TRADES, data.code(), data);
            }
            case "D" -> {
                Depth data = decoders.depthMembers(in);
                in.end();
                sink.push(QosChannels.DEPTHS, data.code(), data);
            }
            case "K" -> {
                KLine data = decoders.kLineMembers(in);
                in.end();
                KLineType type = data.type();
                if (type == null || type == KLineType.UNRECOGNIZED) {
                    sink.unknown("K of an unknown type");
                } else {
                    sink.push(QosChannels.kLines(type), data.code(), data);
                }
            }
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
            case "S" -> sink.undecodable(QosChannels.SNAPSHOTS, field(in, name -> name == 0x63 /* c */, decoders::code), why);
            case "T" -> sink.undecodable(QosChannels.TRADES, field(in, name -> name == 0x63 /* c */, decoders::code), why);
            case "D" -> sink.undecodable(QosChannels.DEPTHS, field(in, name -> name == 0x63 /* c */, decoders::code), why);
            case "K" -> {
                KLineType type = field(in, name -> name == 0x6B74 /* kt */, each -> ByteFormats.readNumberEnum(each, KLineType::fromWire, KLineType.UNRECOGNIZED));
                if (type == null || type == KLineType.UNRECOGNIZED) {
                    throw why;
                }
                sink.undecodable(QosChannels.kLines(type), field(in, name -> name == 0x63 /* c */, decoders::code), why);
            }
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
        return new Heartbeat();
    }

    @Override
    public boolean refusesCredentials(String message) {
        return REFUSED_KEY.matcher(Redactor.unmarked(message)).matches();
    }

    @Override
    public @Nullable String refusalIn(ByteBuf body) throws MalformedFrameException {
        JsonCursor in = cursor.over(body);
        String status = null;
        in.beginObject();
        for (int name = in.nextName(); name != 0; name = in.nextName()) {
            if (name == 0x6D7367 /* msg */) {
                status = in.string();
            } else {
                in.skip();
            }
        }
        in.end();
        return status;
    }
}
