package hk.qos.ws.internal.engine;

import hk.qos.ws.internal.io.ConnectionEnd;
import hk.qos.ws.spi.MalformedFrameException;
import hk.qos.ws.spi.Request;
import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.Map;

/** A frame that asks for what gaps in some topics of one channel have cost. */
final class RecoveryFrame<T> extends Exchange {
    private final Recoveries owner;
    private final Request<Map<String, List<T>>> request;
    private final List<Loss<T>> losses;

    RecoveryFrame(Recoveries owner, Request<Map<String, List<T>>> request, List<Loss<T>> losses) {
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
