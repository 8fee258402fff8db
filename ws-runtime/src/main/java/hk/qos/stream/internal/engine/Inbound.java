package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamMetrics;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.ConnectionEnd.Kind;
import hk.qos.stream.internal.recording.FrameTap;
import hk.qos.stream.spi.Answer;
import hk.qos.stream.spi.Channel;
import hk.qos.stream.spi.FrameSink;
import hk.qos.stream.spi.MalformedFrameException;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Has the dialect decode each frame, and passes on the result: a push to {@link Subscriptions}, an answer to the
 * {@link OutboundFrame} that it belongs to. On the loop.
 */
final class Inbound implements FrameSink {
    private static final int MAX_MESSAGE_LENGTH = 1_000;

    private final Context context;
    private final StreamMetrics metrics;
    private final FrameTap tap;
    private final FrameLog frames;
    private final SecretRedactor redactor;
    private final Undecodable undecodable;
    private final Subscriptions subscriptions;
    private @Nullable ConnectionSession session;
    private @Nullable ByteBuf frame;
    private int start;
    private int bytes;
    private boolean answered;

    Inbound(
            Context context,
            StreamMetrics metrics,
            FrameTap tap,
            FrameLog frames,
            SecretRedactor redactor,
            Undecodable undecodable,
            Subscriptions subscriptions) {
        this.context = context;
        this.metrics = metrics;
        this.tap = tap;
        this.frames = frames;
        this.redactor = redactor;
        this.undecodable = undecodable;
        this.subscriptions = subscriptions;
    }

    /** Reads one frame; returns true if it answered something. */
    boolean read(ConnectionSession from, ByteBuf text) {
        tap.received(from.connectionNumber, from.lastInboundMillis(), text);
        frames.received(from.connectionNumber, text);
        answered = false;
        session = from;
        frame = text;
        start = text.readerIndex();
        bytes = text.readableBytes();
        try {
            context.dialect().read(text, this);
        } catch (MalformedFrameException | RuntimeException | StackOverflowError e) {
            Throwable shown = redactor.redact(e);
            OutboundFrame asked = askedBy(from, text.readerIndex(start));
            if (asked != null) {
                answered = true;
                unreadable(asked, shown);
            }
            malformed(from, shown);
        } finally {
            session = null;
            frame = null;
        }
        return answered;
    }

    /** The frame that an unreadable message answers, if its beginning identifies it; removes it from those in flight. */
    private @Nullable OutboundFrame askedBy(ConnectionSession from, ByteBuf text) {
        Answer answer = answerIn(text);
        return answer == null ? null : from.inFlight.takeIdentified(answer.type(), answer.id());
    }

    private @Nullable Answer answerIn(ByteBuf beginning) {
        try {
            return context.dialect().answerIn(beginning);
        } catch (RuntimeException | StackOverflowError e) {
            return null;
        }
    }

    private static void unreadable(OutboundFrame asked, Throwable shown) {
        asked.unreadable(
                shown instanceof MalformedFrameException malformed
                        ? malformed
                        : new MalformedFrameException("the decoder failed: " + shown, shown));
    }

    private void malformed(ConnectionSession from, Throwable error) {
        if (undecodable.malformed(error)) {
            from.end(ConnectionEnd.of(Kind.MALFORMED, "too many malformed messages"));
        }
    }

    /** A message that is not text was skipped. */
    void skipped(String kind) {
        undecodable.skipped(kind);
    }

    /** A message that exceeds the limit was skipped. Fails the frame that it answers, if its beginning names it. */
    void tooLarge(ConnectionSession from, ByteBuf beginning) {
        Answer answer = answerIn(beginning);
        OutboundFrame asked = answer == null ? null : from.inFlight.take(answer.type(), answer.id());
        if (asked == null) {
            undecodable.skipped("larger than StreamLimits.withMaxMessageBytes");
        } else {
            asked.tooLarge("the answer to " + asked.command.label() + " is larger than "
                    + context.options().limits().maxMessageBytes() + " bytes");
        }
    }

    void stop() {
        undecodable.stop();
    }

    @Override
    public <T> void push(Channel<T> channel, String key, T data) {
        ConnectionSession from = session;
        if (from == null) {
            throw new IllegalStateException("push() was called while no frame was being read");
        }
        metrics.push(channel.name());
        subscriptions.push(channel, key, data, bytes, from);
    }

    @Override
    public void answer(String type, long id, @Nullable String refusal) {
        ConnectionSession from = session;
        ByteBuf text = frame;
        if (from == null || text == null) {
            throw new IllegalStateException("answer() was called while no frame was being read");
        }
        OutboundFrame other = type.isEmpty() || refusal != null ? null : from.inFlight.ofOtherType(type, id);
        if (other != null) {
            String expected = other.command.label();
            malformed(from, new MalformedFrameException("an answer of another type than " + expected + " has its id"));
            return;
        }
        answered = true;
        OutboundFrame asked = from.inFlight.answered(type, id);
        if (asked == null) {
            metrics.orphan("answer");
        } else if (refusal != null) {
            asked.refused(bounded(redactor.redact(refusal)));
        } else {
            decode(asked, text, from);
        }
    }

    /** Bounds the server's message, which is kept as long as a refused subscription. */
    private static String bounded(String message) {
        return message.length() > MAX_MESSAGE_LENGTH ? message.substring(0, MAX_MESSAGE_LENGTH) + "..." : message;
    }

    private void decode(OutboundFrame asked, ByteBuf text, ConnectionSession from) {
        try {
            asked.answered(text.readerIndex(start));
        } catch (MalformedFrameException | RuntimeException | StackOverflowError e) {
            Throwable shown = redactor.redact(e);
            unreadable(asked, shown);
            malformed(from, shown);
        }
    }

    @Override
    public void undecodable(Channel<?> channel, @Nullable String key, MalformedFrameException why) {
        if (key != null) {
            subscriptions.skipped(channel, key);
        }
        if (session != null) {
            malformed(session, redactor.redact(why));
        }
    }

    @Override
    public void unknown(String kind) {
        undecodable.unknown(redactor.redact(kind));
    }
}
