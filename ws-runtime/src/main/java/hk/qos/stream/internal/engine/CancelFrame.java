package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.spi.Command;
import hk.qos.stream.spi.MalformedFrameException;
import io.netty.buffer.ByteBuf;
import java.util.List;

/** A frame that gives keys up. */
final class CancelFrame<T> extends OutboundFrame {
    private final ChannelSubscriptions<T> book;
    private final List<String> keys;

    CancelFrame(ChannelSubscriptions<T> book, Command command, List<String> keys) {
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
