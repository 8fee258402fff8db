package hk.qos.stream.flow;

import hk.qos.stream.Subscription;
import hk.qos.stream.toy.Tick;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;

/** The TCK's rules for publishers, applied to those of a subscription. */
final class StreamVerification<U> extends FlowPublisherVerification<U> implements AutoCloseable {
    /** The timeout for expected signals; not waited for if they arrive. */
    private static final int SIGNAL_MILLIS = 5_000;
    /** How long to verify that no signal arrives. */
    private static final int SILENCE_MILLIS = 50;

    private static final int POLL_MILLIS = 10;
    private static final int UNTIL_COLLECTED_MILLIS = 50;

    private final TestEnvironment environment;
    private final Function<Subscription<Tick>, Flow.Publisher<U>> view;
    private final boolean withEvents;
    private @Nullable AutoCloseable present;

    /** @param withEvents whether the publisher delivers events, too */
    StreamVerification(Function<Subscription<Tick>, Flow.Publisher<U>> view, boolean withEvents) {
        this(new TestEnvironment(SIGNAL_MILLIS, SILENCE_MILLIS, POLL_MILLIS), view, withEvents);
    }

    private StreamVerification(
            TestEnvironment environment, Function<Subscription<Tick>, Flow.Publisher<U>> view, boolean withEvents) {
        super(environment, UNTIL_COLLECTED_MILLIS);
        this.environment = environment;
        this.view = view;
        this.withEvents = withEvents;
    }

    @Override
    public Flow.Publisher<U> createFlowPublisher(long elements) {
        close();
        Feed feed = new Feed(elements, withEvents);
        present = feed;
        return feed.publisher(view);
    }

    @Override
    public Flow.Publisher<U> createFailedFlowPublisher() {
        close();
        ThreadedHarness stage = new ThreadedHarness().withoutHandshakes();
        present = stage;
        Subscription<Tick> subscription = stage.subscribe();
        stage.refuse();
        return view.apply(subscription);
    }

    /** Fails if a subscriber reported an error, which the TCK's optional rules do not check. */
    void verifyNoErrors() {
        environment.verifyNoAsyncErrorsNoDelay();
    }

    /** Ends the stream of the current publisher. */
    @Override
    public void close() {
        if (present instanceof Feed feed) {
            feed.close();
        } else if (present instanceof ThreadedHarness stage) {
            stage.close();
        }
        present = null;
    }
}
