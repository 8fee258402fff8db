package hk.qos.stream.spi;

import hk.qos.error.AuthenticationException;
import hk.qos.error.ClientException;
import hk.qos.error.RefusedException;
import io.netty.buffer.ByteBuf;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A protocol. A dialect belongs to one stream and is called on that stream's event loop.
 */
public interface Dialect {

    /**
     * Reads one complete inbound text message and calls {@code sink} exactly once.
     *
     * @param frame the message; its reader index may change, its reference count must not
     * @throws MalformedFrameException if the bytes are not a message of this protocol
     */
    void read(ByteBuf frame, FrameSink sink) throws MalformedFrameException;

    /**
     * Identifies an answer by its first bytes. Called for a message that was discarded because it exceeds the limit, and for one
     * that {@link #read} could not read.
     *
     * @param beginning the whole message, or the first bytes of one that was discarded, some hundred
     * @return {@code null} if it is not an answer, or cannot be identified
     */
    default @Nullable Answer answerIn(ByteBuf beginning) {
        return null;
    }

    /** The heartbeat; its answer has the server's time. */
    Request<Instant> heartbeat();

    /**
     * The exception for an error answer to {@code command}: by default an {@link AuthenticationException} if the server's
     * message refuses the credentials, otherwise a {@link RefusedException}.
     */
    default ClientException refused(Command command, String serverMessage) {
        return refusesCredentials(serverMessage)
                ? AuthenticationException.refused(command.label() + " refused", serverMessage, 0)
                : new RefusedException(command.label(), serverMessage);
    }

    /** Whether the server's message refuses the credentials; by default false. */
    default boolean refusesCredentials(String serverMessage) {
        return false;
    }

    /**
     * The server's message in the body of an HTTP answer that refuses the upgrade; by default {@code null} for none.
     *
     * @param body the beginning of the body; its reader index may change, its reference count must not
     * @throws MalformedFrameException if the body is not one of the protocol
     */
    default @Nullable String refusalIn(ByteBuf body) throws MalformedFrameException {
        return null;
    }
}
