package hk.qos.ws.spi;

import io.netty.buffer.ByteBuf;

/**
 * A command that is answered with data.
 *
 * @param <R> the answer
 */
public interface Request<R> extends Command {

    /**
     * Reads the answer, which {@link Dialect#read} has already recognised and found not to be a refusal.
     *
     * @throws MalformedFrameException if the answer lacks what its type promises
     */
    R decode(ByteBuf frame) throws MalformedFrameException;
}
