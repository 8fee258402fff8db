package hk.qos.ws.spi;

import io.netty.buffer.ByteBuf;
import java.util.function.Function;

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

    /** The same request, its answer given in another form. */
    default <S> Request<S> as(Function<? super R, ? extends S> form) {
        Request<R> plain = this;
        return new Request<>() {
            @Override
            public String type() {
                return plain.type();
            }

            @Override
            public String name() {
                return plain.name();
            }

            @Override
            public void encode(long id, ByteBuf out) {
                plain.encode(id, out);
            }

            @Override
            public S decode(ByteBuf frame) throws MalformedFrameException {
                return form.apply(plain.decode(frame));
            }

            @Override
            public String toString() {
                return plain.toString();
            }
        };
    }
}
