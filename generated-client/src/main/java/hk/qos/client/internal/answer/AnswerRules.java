package hk.qos.client.internal.answer;

import com.squareup.moshi.JsonReader;
import hk.qos.client.Results;
import hk.qos.client.Undecodable;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Request;
import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles elements of answers that cannot be decoded: omits and reports them, or fails the answer. Thread-safe. */
public final class AnswerRules {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerRules.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final boolean strict;
    private final UnaryOperator<String> hide;
    private final LongSupplier nanos;
    private final AtomicLong untold = new AtomicLong();
    private final AtomicLong nextLine;

    /**
     * @param strict whether an answer with such an element fails
     * @param hide removes the API key from a text
     */
    public AnswerRules(boolean strict, UnaryOperator<String> hide) {
        this(strict, hide, System::nanoTime);
    }

    AnswerRules(boolean strict, UnaryOperator<String> hide, LongSupplier nanos) {
        this.strict = strict;
        this.hide = hide;
        this.nanos = nanos;
        this.nextLine = new AtomicLong(nanos.getAsLong());
    }

    /** Collects the elements that are omitted from the answer that {@code in} reads, without the API key. */
    public LeftOut gather(JsonReader in) {
        return LeftOut.gather(in, hide);
    }

    /** Whether an answer with such an element fails. */
    public boolean strict() {
        return strict;
    }

    private Undecodable harmless(Undecodable element) {
        return new Undecodable(LeftOut.cut(hide.apply(element.path())), LeftOut.cut(hide.apply(element.reason())));
    }

    /** Logs the elements omitted from the answer to {@code command}, at most one line a second. */
    public void tell(String command, List<Undecodable> leftOut) {
        if (leftOut.isEmpty()) {
            return;
        }
        long before = untold.getAndAdd(leftOut.size());
        long now = nanos.getAsLong();
        long next = nextLine.get();
        if (now - next < 0 || !nextLine.compareAndSet(next, now + PAUSE)) {
            return;
        }
        Undecodable first = leftOut.get(0);
        untold.addAndGet(-before - leftOut.size());
        LOG.warn(
                "the answer to {} has {} undecodable elements, which were omitted; {} others since the last"
                        + " line; the first, {}: {}",
                command,
                leftOut.size(),
                before,
                first.path(),
                first.reason());
    }

    /**
     * Returns the request of a stream command with these rules.
     *
     * @param finish completes the answer with what only the request knows
     */
    public <T> Request<Results<T>> request(Request<Results<T>> plain, UnaryOperator<Results<T>> finish) {
        return request(plain, answer -> answer, (answer, replaced) -> replaced, finish);
    }

    /**
     * Like {@link #request(Request, UnaryOperator)}, for an answer with fields beside its elements.
     *
     * @param elements returns the elements of an answer
     * @param with returns an answer with other elements
     */
    public <A, T> Request<A> request(
            Request<A> plain,
            Function<A, Results<T>> elements,
            BiFunction<A, Results<T>, A> with,
            UnaryOperator<Results<T>> finish) {
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
            public int leftOut(A answer) {
                return elements.apply(answer).undecodable().size();
            }

            @Override
            public A decode(ByteBuf frame) throws MalformedFrameException {
                A answer = plain.decode(frame);
                Results<T> all = elements.apply(answer);
                if (all.undecodable().isEmpty()) {
                    return with.apply(answer, finish.apply(all));
                }
                List<Undecodable> harmless = all.undecodable().stream()
                        .map(AnswerRules.this::harmless)
                        .toList();
                if (strict) {
                    throw new MalformedFrameException(harmless.get(0).reason());
                }
                tell(plain.type(), harmless);
                return with.apply(answer, finish.apply(all.withUndecodable(harmless)));
            }

            @Override
            public String toString() {
                return plain.toString();
            }
        };
    }
}
