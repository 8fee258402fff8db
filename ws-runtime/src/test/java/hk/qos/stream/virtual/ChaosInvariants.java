package hk.qos.stream.virtual;

import hk.qos.error.ClientException;
import hk.qos.error.RequestTimeoutException;
import hk.qos.stream.StreamGauges;
import hk.qos.stream.StreamState;
import hk.qos.stream.SubscriptionState;
import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The invariants that hold after each step of a run. */
final class ChaosInvariants {
    private final Chaos chaos;
    private StreamState before = StreamState.IDLE;

    ChaosInvariants(Chaos chaos) {
        this.chaos = chaos;
    }

    void check() {
        StreamState state = chaos.engine.state();
        promises(state);
        connections(state);
        for (Chaos.Held held : chaos.handles) {
            if (held.known && !held.handle.isClosed()) {
                held.handle.states().forEach((key, now) -> key(held, key, now, state));
            }
        }
        queues();
        released();
        before = state;
    }

    /** Every future completes by its deadline, with a value or a public exception. */
    private void promises(StreamState state) {
        for (Iterator<Chaos.Promise> i = chaos.promises.iterator(); i.hasNext(); ) {
            Chaos.Promise promise = i.next();
            if (promise.future().isDone()) {
                Throwable error =
                        promise.future().handle((value, failure) -> failure).join();
                error = error instanceof CompletionException ? error.getCause() : error;
                boolean known =
                        error == null || error instanceof ClientException || error instanceof CancellationException;
                check(known, promise.name() + " failed with " + error);
                check(
                        !isTimedOut(error) || before != StreamState.BACKOFF || state != StreamState.BACKOFF,
                        promise.name() + " waited out its deadline for a connection that was known to be gone");
                i.remove();
            } else {
                check(chaos.loop.nanoTime() <= promise.due(), promise.name() + " is late");
            }
        }
    }

    private static boolean isTimedOut(@Nullable Throwable error) {
        return error instanceof RequestTimeoutException
                && String.valueOf(error.getMessage()).contains("was not answered within its timeout");
    }

    /** The release of the environment comes last. */
    private void released() {
        if (chaos.released > 0) {
            check(chaos.counted.timers() == 0, chaos.counted.timers() + " timers are left at the release");
            check(chaos.server.live() == 0, chaos.server.live() + " connections are left at the release");
        }
    }

    private void connections(StreamState state) {
        long up = chaos.server.peers.stream()
                .filter(peer -> peer.open && !peer.gone && !peer.leaving)
                .count();
        boolean connected = state == StreamState.READY || state == StreamState.RESTORING;
        if (!chaos.closed) {
            check(up == (connected ? 1 : 0), up + " connections are up in " + state);
        }
        check(!before.isFinal() || state == before, "left " + before + " for " + state);
    }

    private void key(Chaos.Held held, String key, SubscriptionState now, StreamState state) {
        boolean served = chaos.server.isUp() && chaos.server.newest().serves(held.channel.name(), key);
        check(now != SubscriptionState.ACTIVE || served, held.channel.name() + " " + key + " is not at the server");
        check(
                now != SubscriptionState.REJECTED || chaos.server.blamed.contains(key),
                key + " was rejected without a reason");
        boolean becameReady = state == StreamState.READY && before != StreamState.READY;
        check(
                !becameReady
                        || now == SubscriptionState.ACTIVE
                        || now == SubscriptionState.REJECTED
                        || now == SubscriptionState.ISOLATED
                        || now == SubscriptionState.CLOSED,
                "ready, and " + held.channel.name() + " " + key + " is " + now);
    }

    private void queues() {
        StreamGauges gauges = chaos.gauges;
        if (gauges == null) {
            return;
        }
        int inFlight = chaos.limits.requestsInFlight();
        check(gauges.requestsInFlight() <= inFlight + 2, gauges.requestsInFlight() + " requests in flight");
        check(
                gauges.requestsWaiting() <= chaos.limits.requestsQueued() + inFlight + 2,
                gauges.requestsWaiting() + " requests wait");
        // Each queue keeps its newest item, whatever its size.
        check(gauges.bytesWaiting() <= chaos.limits.queuedBytes() + 24L * 32, gauges.bytesWaiting() + " bytes wait");
        check(
                gauges.itemsWaiting() <= (chaos.handles.size() + 1) * (chaos.limits.itemsPerSubscription() + 1),
                gauges.itemsWaiting() + " items wait");
    }

    private void check(boolean fine, String what) {
        if (!fine) {
            chaos.trace.violation(what);
        }
    }
}
