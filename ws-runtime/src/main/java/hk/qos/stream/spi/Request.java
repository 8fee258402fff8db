package hk.qos.stream.spi;

import io.netty.buffer.ByteBuf;

/**
 * A command whose answer has data.
 *
 * @param <R> the answer
 */
public interface Request<R> extends Command {

    /**
     * Reads the answer, after {@link Dialect#read} has recognised it as an answer without a refusal.
     *
     * @throws MalformedFrameException if the answer lacks something that its type requires
     */
    R decode(ByteBuf frame) throws MalformedFrameException;

    /** The number of elements that {@link #decode} omitted from {@code answer} because they cannot be read. */
    default int leftOut(R answer) {
        return 0;
    }

    /** Converts an answer. */
    interface Form<R, S> {

        /**
         * The converted answer.
         *
         * @throws MalformedFrameException if the answer lacks something
         */
        S of(R answer) throws MalformedFrameException;
    }

    /** The same request with a converted answer. */
    default <S> Request<S> as(Form<? super R, ? extends S> form) {
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
                return form.of(plain.decode(frame));
            }

            @Override
            public String toString() {
                return plain.toString();
            }
        };
    }
}
