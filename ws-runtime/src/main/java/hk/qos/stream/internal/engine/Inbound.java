package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.delivery.Received;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.ConnectionEnd.Kind;
import hk.qos.stream.spi.Answer;
import hk.qos.stream.spi.Channel;
import hk.qos.stream.spi.FrameSink;
import hk.qos.stream.spi.MalformedFrameException;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** Has each frame read by the dialect, and takes what it says to where it belongs. */
final class Inbound implements FrameSink {
    private static final int MOST_WORDS = 1_000;

    private final Context context;
    private final Subscriptions subscriptions;
    private final Undecodable undecodable;
    private @Nullable ConnectionSession link;
    private @Nullable ByteBuf frame;
    private int start;
    private int bytes;
    private boolean answered;

    Inbound(Context context, Subscriptions subscriptions) {
        this.context = context;
        this.subscriptions = subscriptions;
        this.undecodable = new Undecodable(context);
    }

    /** Reads one frame; true if it answered something. */
    boolean read(ConnectionSession from, ByteBuf text) {
        context.tap.received(from.epoch, context.loop.millis(), text);
        context.frames.received(from.epoch, text);
        answered = false;
        link = from;
        frame = text;
        start = text.readerIndex();
        bytes = text.readableBytes();
        try {
            context.dialect.read(text, this);
        } catch (MalformedFrameException | RuntimeException | StackOverflowError e) {
            malformed(from, context.secrets.hideIn(e));
        } finally {
            link = null;
            frame = null;
        }
        return answered;
    }

    private void malformed(ConnectionSession from, Throwable error) {
        if (undecodable.malformed(error)) {
            from.end(ConnectionEnd.of(Kind.MALFORMED, "too many malformed messages"));
        }
    }

    /** A message that no dialect is asked about. */
    void skipped(String kind) {
        undecodable.skipped(kind);
    }

    /** A message of which there is only the beginning. What asked for it is told, if that can be known. */
    void tooLarge(ConnectionSession from, ByteBuf beginning) {
        Answer answer;
        try {
            answer = context.dialect.answerIn(beginning);
        } catch (RuntimeException e) {
            answer = null;
        }
        OutboundFrame exchange = answer == null ? null : from.open.take(answer.type(), answer.id());
        if (exchange == null) {
            undecodable.skipped("larger than limits.frameBytes");
        } else {
            exchange.tooLarge("the answer to " + exchange.command.type() + " is larger than "
                    + context.options.limits().frameBytes() + " bytes");
        }
    }

    void stop() {
        undecodable.stop();
    }

    @Override
    public <T> void push(Channel<T> channel, String key, T data) {
        context.metrics.push(channel.name());
        subscriptions.push(channel, key, new Received<>(data, context.loop.millis(), bytes));
    }

    @Override
    public void answer(String type, long id, @Nullable String refusal) {
        ConnectionSession from = link;
        ByteBuf text = frame;
        if (from == null || text == null) {
            throw new IllegalStateException("an answer belongs to the frame that is being read");
        }
        OutboundFrame other = type.isEmpty() || refusal != null ? null : from.open.ofOtherType(type, id);
        if (other != null) {
            String expected = other.command.type();
            malformed(from, new MalformedFrameException("an answer of another type than " + expected + " has its id"));
            return;
        }
        answered = true;
        OutboundFrame exchange = from.open.take(type, id);
        if (exchange == null) {
            context.metrics.orphan("answer");
        } else if (refusal != null) {
            exchange.refused(bounded(context.secrets.hideIn(refusal)));
        } else {
            decode(exchange, text, from);
        }
    }

    /** The server's words are kept as long as the refused subscription is. */
    private static String bounded(String words) {
        return words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) + "..." : words;
    }

    private void decode(OutboundFrame exchange, ByteBuf text, ConnectionSession from) {
        try {
            exchange.answered(text.readerIndex(start));
        } catch (MalformedFrameException | RuntimeException | StackOverflowError e) {
            Throwable shown = context.secrets.hideIn(e);
            exchange.unreadable(
                    shown instanceof MalformedFrameException malformed
                            ? malformed
                            : new MalformedFrameException("the decoder failed: " + shown, shown));
            malformed(from, shown);
        }
    }

    @Override
    public void undecodable(Channel<?> channel, @Nullable String key, MalformedFrameException why) {
        if (key != null) {
            subscriptions.skipped(channel, key);
        }
        if (link != null) {
            malformed(link, context.secrets.hideIn(why));
        }
    }

    @Override
    public void unknown(String kind) {
        undecodable.unknown(context.secrets.hideIn(kind));
    }
}
