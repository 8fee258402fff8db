package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.spi.Command;
import hk.qos.stream.spi.MalformedFrameException;
import io.netty.buffer.ByteBuf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A frame that asks for keys. */
final class SubscribeFrame<T> extends OutboundFrame {
    final ChannelSubscriptions<T> book;
    final List<String> keys;
    final @Nullable Probe probe;
    final PoisonKeyDetector.@Nullable Group suspects;

    SubscribeFrame(
            ChannelSubscriptions<T> book,
            Command command,
            List<String> keys,
            @Nullable Probe probe,
            PoisonKeyDetector.@Nullable Group suspects) {
        super(command);
        this.book = book;
        this.keys = keys;
        this.probe = probe;
        this.suspects = suspects;
    }

    @Override
    void answered(ByteBuf frame) {
        book.acknowledged(this);
    }

    @Override
    void refused(String words) {
        book.refused(this, words);
    }

    @Override
    void unreadable(MalformedFrameException error) {}

    @Override
    void expired() {
        book.unanswered(this);
    }

    @Override
    void lost(ConnectionEnd end) {}

    /** The connection ended, and this was the last frame of its kind that was not answered. */
    void blame(boolean othersServed, String cause) {
        book.blame(this, othersServed, cause);
    }
}
