package hk.qos.demo;

import hk.qos.client.QosStream;
import hk.qos.client.internal.stream.StreamOperation;
import hk.qos.client.internal.stream.StreamOperations;
import hk.qos.stream.ListenerRegistration;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends each command of the stream once, and cuts the connection in between. */
final class StreamTour {
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration PUSHES = Duration.ofSeconds(30);
    private static final Duration RESTORE = Duration.ofSeconds(60);
    private static final int ENOUGH = 2;

    private final Target target;
    private final QosStream stream;
    private final Checklist score;
    private final PrintStream out;
    private final TerminalColours paint;
    private final Watch watch;
    private final Map<StreamOperation, Subscription<?>> subscriptions = new LinkedHashMap<>();

    StreamTour(Target target, Checklist score, PrintStream out, TerminalColours paint) {
        this.target = target;
        this.stream = target.client().stream();
        this.score = score;
        this.out = out;
        this.paint = paint;
        this.watch = new Watch(out, paint);
    }

    void run() throws InterruptedException {
        title("Stream, each command once:");
        ListenerRegistration events = stream.onEvent(watch::event);
        for (StreamOperation operation : StreamOperations.all()) {
            if (isSubscription(operation)) {
                subscribe(operation);
            } else {
                request(operation);
            }
        }
        if (subscriptions.isEmpty()) {
            score.missing("pushes and reconnect", "nothing is subscribed; " + stream.explain());
        } else {
            pushesAndReconnect();
        }
        events.close();
    }

    private void pushesAndReconnect() throws InterruptedException {
        awaitPushes("pushes");
        title("Pushes, the latest of each kind:");
        watch.table();
        cut();
        title("Cancelled:");
        for (StreamOperation operation : subscriptions.keySet()) {
            cancel(operation);
        }
    }

    /** Each subscribing command has a command that cancels it. */
    private static boolean isSubscription(StreamOperation operation) {
        return operation.frames().size() > 1;
    }

    private void subscribe(StreamOperation operation) throws InterruptedException {
        Arguments arguments = new Arguments().with(data -> watch.push(operation.name(), data));
        attempt(operation, () -> {
            Subscription<?> subscription = (Subscription<?>) called(arguments, operation.name());
            answer(subscription.ready());
            subscriptions.put(operation, subscription);
            row(operation, "acknowledged: " + String.join(", ", subscription.keys()));
        });
    }

    private void request(StreamOperation operation) throws InterruptedException {
        attempt(operation, () -> {
            Object answer = answer((CompletableFuture<?>) called(new Arguments(), operation.name()));
            row(operation, Rows.summary(Objects.requireNonNull(answer, operation.name())));
            score.command();
        });
    }

    private void cancel(StreamOperation operation) throws InterruptedException {
        attempt(operation, () -> {
            answer((CompletableFuture<?>) called(new Arguments(), "un" + operation.name()));
            row(operation, "acknowledged: " + operation.frames().get(1));
            score.command();
        });
    }

    private void cut() throws InterruptedException {
        title("The connection is cut: " + target.cut());
        int next = 2;
        if (!watch.await(() -> watch.isReady(next), RESTORE)) {
            score.missing("restore", stream.explain());
        }
        watch.mark();
        awaitPushes("pushes after the restore");
        title("What may be missing, reported to every listener before its next push:");
        watch.gaps();
        long lost = subscriptions.values().stream()
                .flatMap(subscription -> subscription.states().values().stream())
                .filter(state -> state != SubscriptionState.ACTIVE)
                .count();
        score.stream(watch.pushes(), watch.reconnects(), lost);
    }

    private void awaitPushes(String what) throws InterruptedException {
        for (StreamOperation operation : subscriptions.keySet()) {
            if (!watch.await(() -> watch.pushes(operation.name()) >= ENOUGH, PUSHES)) {
                score.missing(what + " of " + operation, watch.pushes(operation.name()) + " within " + PUSHES);
            }
        }
    }

    private Object called(Arguments arguments, String method) {
        return Objects.requireNonNull(arguments.call(stream, method), method);
    }

    private static Object answer(CompletableFuture<?> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A step that fails as a command does. */
    private interface Step {
        void run() throws InterruptedException, ExecutionException, TimeoutException;
    }

    private void attempt(StreamOperation operation, Step step) throws InterruptedException {
        try {
            step.run();
        } catch (ExecutionException e) {
            failed(operation, String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            failed(operation, "no answer within " + ANSWER);
        } catch (RuntimeException e) {
            failed(operation, String.valueOf(e.getMessage()));
        }
    }

    private void failed(StreamOperation operation, String why) {
        row(operation, paint.bad("FAILED"));
        score.missing(operation.toString(), why);
    }

    private void title(String text) {
        out.println();
        out.println(paint.title(text));
    }

    private void row(StreamOperation operation, String text) {
        out.printf("  %s  %-21s  %s%n", paint.dim("%-4s".formatted(operation.section())), operation.name(), text);
    }
}
