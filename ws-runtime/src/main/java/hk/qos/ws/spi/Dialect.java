package hk.qos.ws.spi;

import hk.qos.ws.error.RefusedException;
import io.netty.buffer.ByteBuf;
import java.time.Instant;

/**
 * One protocol, as the runtime sees it. A dialect belongs to one stream and is called only on that stream's event
 * loop, {@link #canonicalKey} excepted, which any thread may call.
 */
public interface Dialect {

    /**
     * Reads one whole inbound text message and tells {@code sink} what it was, by exactly one call.
     *
     * @param frame the message's bytes; its reader index may be moved, its reference count must not change
     * @throws MalformedFrameException if the bytes are not a message of this protocol
     */
    void read(ByteBuf frame, FrameSink sink) throws MalformedFrameException;

    /** The heartbeat, answered with the server's time. */
    Request<Instant> heartbeat();

    /**
     * The one spelling under which keys are compared, sent and delivered.
     *
     * @throws IllegalArgumentException if {@code key} cannot be a key; the message names it
     */
    String canonicalKey(String key);

    /** The exception that tells a caller that the server answered {@code command} with an error in its own words. */
    default RefusedException refused(Command command, String words) {
        return new RefusedException(command.type(), words);
    }
}
