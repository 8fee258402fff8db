package hk.qos.stream.spi;

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

    /** How many elements {@link #decode} left out of {@code answer} because they cannot be read. */
    default int leftOut(R answer) {
        return 0;
    }

    /** What another form makes of an answer. */
    interface Form<R, S> {

        /**
         * The answer in this form.
         *
         * @throws MalformedFrameException if the answer does not have what the form needs
         */
        S of(R answer) throws MalformedFrameException;
    }

    /** The same request, its answer given in another form. */
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
