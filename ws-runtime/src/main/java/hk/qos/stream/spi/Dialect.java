package hk.qos.stream.spi;

import hk.qos.error.AuthenticationException;
import hk.qos.error.ClientException;
import hk.qos.error.RefusedException;
import io.netty.buffer.ByteBuf;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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

    /**
     * Which answer begins with these bytes. Asked of a message that was thrown away since it is larger than the limit.
     *
     * @param beginning some hundred bytes, all that is left of it
     * @return {@code null} if it is no answer, or the bytes do not tell
     */
    default @Nullable Answer answerIn(ByteBuf beginning) {
        return null;
    }

    /** The heartbeat, answered with the server's time. */
    Request<Instant> heartbeat();

    /**
     * The one spelling under which keys are compared, sent and delivered.
     *
     * @throws IllegalArgumentException if {@code key} cannot be a key; the message names it
     */
    String canonicalKey(String key);

    /**
     * The exception that tells a caller that the server answered {@code command} with an error in its own words: by default
     * an {@link AuthenticationException} if they speak of the credentials, else a {@link RefusedException}.
     */
    default ClientException refused(Command command, String words) {
        return refusesCredentials(words)
                ? AuthenticationException.refused(command.type() + " refused", words)
                : new RefusedException(command.type(), words);
    }

    /** Whether an error text of the server says that it does not accept the credentials; by default none does. */
    default boolean refusesCredentials(String words) {
        return false;
    }

    /**
     * The server's words in the body of an HTTP answer that refuses the stream; null, as by default, if it has none.
     *
     * @param body the beginning of the body; its reader index may be moved, its reference count must not change
     * @throws MalformedFrameException if the protocol has no such body
     */
    default @Nullable String refusalIn(ByteBuf body) throws MalformedFrameException {
        return null;
    }
}
