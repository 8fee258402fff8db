package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Request;
import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.Map;

/** A frame that asks for what gaps in some topics of one channel have cost. */
final class GapRecoveryFrame<T> extends OutboundFrame {
    private final GapRecoverer owner;
    private final Request<Map<String, List<T>>> request;
    private final List<OpenGap<T>> losses;

    GapRecoveryFrame(GapRecoverer owner, Request<Map<String, List<T>>> request, List<OpenGap<T>> losses) {
        super(request);
        this.owner = owner;
        this.request = request;
        this.losses = losses;
    }

    @Override
    void answered(ByteBuf frame) throws MalformedFrameException {
        int bytes = frame.readableBytes();
        Map<String, List<T>> items = request.decode(frame);
        int count = items.values().stream().mapToInt(List::size).sum();
        owner.answered(losses, items, bytes / Math.max(1, count));
    }

    @Override
    void refused(String words) {
        owner.failed(losses, "the server refused: " + words);
    }

    @Override
    void unreadable(MalformedFrameException error) {
        owner.failed(losses, "the answer cannot be read: " + error.getMessage());
    }

    @Override
    void expired() {
        owner.failed(losses, "the server did not answer");
    }

    @Override
    void lost(ConnectionEnd end) {
        owner.interrupted(losses);
    }
}
