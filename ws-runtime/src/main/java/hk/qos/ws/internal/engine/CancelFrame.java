package hk.qos.ws.internal.engine;

import hk.qos.ws.internal.io.ConnectionEnd;
import hk.qos.ws.spi.Command;
import hk.qos.ws.spi.MalformedFrameException;
import io.netty.buffer.ByteBuf;
import java.util.List;

/** A frame that gives keys up. */
final class CancelFrame<T> extends Exchange {
    private final ChannelBook<T> book;
    private final List<String> keys;

    CancelFrame(ChannelBook<T> book, Command command, List<String> keys) {
        super(command);
        this.book = book;
        this.keys = keys;
    }

    @Override
    void answered(ByteBuf frame) {
        book.cancelled(keys);
    }

    /** A server that refuses to cancel is taken not to serve; what it pushes all the same is an orphan. */
    @Override
    void refused(String words) {
        book.cancelled(keys);
    }

    @Override
    void unreadable(MalformedFrameException error) {}

    @Override
    void expired() {
        book.cancelUnanswered(keys);
    }

    @Override
    void lost(ConnectionEnd end) {}
}
