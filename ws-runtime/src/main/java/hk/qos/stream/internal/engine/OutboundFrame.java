package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.Loop;
import hk.qos.stream.spi.Command;
import hk.qos.stream.spi.MalformedFrameException;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** One frame that is sent and answered. Exactly one of its methods is called for each time it is sent. */
abstract class OutboundFrame {
    final Command command;
    private long id;
    private Loop.@Nullable Timer expiry;

    OutboundFrame(Command command) {
        this.command = command;
    }

    final long id() {
        return id;
    }

    final void sent(long id) {
        this.id = id;
    }

    final void expiry(Loop.@Nullable Timer timer) {
        if (expiry != null) {
            expiry.cancel();
        }
        expiry = timer;
    }

    /** The server agreed. {@code frame} is the whole answer. */
    abstract void answered(ByteBuf frame) throws MalformedFrameException;

    /** The server did not; {@code words} are its own. */
    abstract void refused(String words);

    /** The answer cannot be read. */
    abstract void unreadable(MalformedFrameException error);

    /** The answer is too large to be taken; {@code detail} says so. */
    void tooLarge(String detail) {
        unreadable(new MalformedFrameException(detail));
    }

    /** No answer came in time. */
    abstract void expired();

    /** The connection ended before the answer. */
    abstract void lost(ConnectionEnd end);
}
