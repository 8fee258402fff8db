package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.Loop;
import hk.qos.stream.spi.Command;
import hk.qos.stream.spi.MalformedFrameException;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** A frame that expects an answer. For each time that it is sent, exactly one of the abstract methods is called. */
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

    /** Replaces the timer of the answer; {@code null} cancels it. */
    final void expiry(Loop.@Nullable Timer timer) {
        if (expiry != null) {
            expiry.cancel();
        }
        expiry = timer;
    }

    /** The server accepted it. {@code answer} is the whole frame. */
    abstract void answered(ByteBuf answer) throws MalformedFrameException;

    /** The server refused it. */
    abstract void refused(String serverMessage);

    /** The answer cannot be read. */
    abstract void unreadable(MalformedFrameException error);

    /** The answer exceeds the message limit. */
    void tooLarge(String detail) {
        unreadable(new MalformedFrameException(detail));
    }

    /** No answer came in time. */
    abstract void expired();

    /** The connection ended before the answer. */
    abstract void lost(ConnectionEnd end);
}
