package hk.qos.stream.internal.engine;

import hk.qos.error.AnswerTooLargeException;
import hk.qos.error.ClientException;
import hk.qos.error.ConnectionLostException;
import hk.qos.error.ConnectionLostException.Outcome;
import hk.qos.error.LimitException;
import hk.qos.error.MalformedJsonException;
import hk.qos.error.RequestTimeoutException;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.Loop;
import hk.qos.stream.internal.io.Timeout;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Request;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The callers' requests, heartbeats included: the queue, the limits, and the result of each. On the loop. */
final class Requests {
    private final Context context;
    private final StreamMetrics metrics;
    private final FutureCompleter futures;
    private final Pacer pacer;
    private final HeartbeatMonitor heartbeats;
    private final IntSupplier framesBefore;
    private final Deque<PendingRequest<?>> queue = new ArrayDeque<>();
    /** A suspect of a message that was too large, sent alone. */
    private @Nullable PendingRequest<?> alone;

    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();

    /** @param framesBefore how many frames of other kinds precede any request */
    Requests(
            Context context,
            StreamMetrics metrics,
            FutureCompleter futures,
            Pacer pacer,
            HeartbeatMonitor heartbeats,
            IntSupplier framesBefore) {
        this.context = context;
        this.metrics = metrics;
        this.futures = futures;
        this.pacer = pacer;
        this.heartbeats = heartbeats;
        this.framesBefore = framesBefore;
    }

    // ------------------------------------------------------------------ new requests

    /**
     * Queues a request, or fails it at once.
     *
     * @param untilConnect how long until the next attempt to connect; {@code null} if none is waited for
     */
    <R> void submit(
            Request<R> request,
            RequestOptions options,
            boolean heartbeat,
            CompletableFuture<R> future,
            @Nullable Duration untilConnect) {
        PendingRequest<R> pending = new PendingRequest<>(request, future, options.retryOnReconnect(), heartbeat);
        if (pending.isOver()) {
            return;
        }
        ClientException rejection = rejection(pending, options, untilConnect);
        if (rejection != null) {
            pending.fail(rejection);
            return;
        }
        queue.add(pending);
        count();
        long at = context.nanoTime() + options.timeout().toNanos();
        pending.timeout(at, new Timeout(context.loop(), options.timeout().toNanos(), stoodStill -> {
            pending.fail(new RequestTimeoutException(request.label() + " was not answered within its timeout of "
                    + Timeout.text(options.timeout()) + Timeout.remark(stoodStill)));
            queue.remove(pending);
            count();
        }));
    }

    private static ConnectionLostException lost(String type, String detail, boolean sent, @Nullable Throwable cause) {
        return new ConnectionLostException(
                type + ": " + detail + (sent ? "; it was sent, its answer is lost" : "; it was not sent"),
                sent ? Outcome.UNKNOWN : Outcome.NOT_SENT,
                cause);
    }

    private @Nullable ClientException rejection(
            PendingRequest<?> pending, RequestOptions options, @Nullable Duration untilConnect) {
        String type = pending.command.label();
        if (untilConnect != null && !pending.retry) {
            return lost(type, "not connected", false, null);
        }
        queue.removeIf(PendingRequest::isOver);
        count();
        int most = context.options().limits().requestsQueued();
        if (queue.size() >= most) {
            return new LimitException(type + ": " + most + " requests wait already", "StreamLimits.withRequestsQueued");
        }
        Duration wait = expectedWait(pending, untilConnect);
        if (wait.compareTo(options.timeout()) >= 0) {
            return new RequestTimeoutException(type + " would wait about " + Timeout.text(wait)
                    + " for its turn, and its timeout is " + Timeout.text(options.timeout()));
        }
        return null;
    }

    private Duration expectedWait(PendingRequest<?> pending, @Nullable Duration untilConnect) {
        Duration first = pacer.expectedDelay(context.nanoTime());
        if (untilConnect != null && untilConnect.compareTo(first) > 0) {
            first = untilConnect;
        }
        Duration inTurn = Duration.ofNanos(pacer.gap()).multipliedBy((long) queue.size() + framesBefore.getAsInt());
        if (pending.heartbeat) {
            // A heartbeat that is due precedes everything else.
            long before = queue.stream().filter(each -> each.heartbeat).count();
            Duration due = context.options().heartbeatInterval().multipliedBy(before + 1);
            return first.plus(due.compareTo(inTurn) < 0 ? due : inTurn);
        }
        return first.plus(inTurn);
    }

    // ------------------------------------------------------------------ sending

    /** The first heartbeat that a caller waits for, whatever waits before it; {@code null} if there is none. */
    @Nullable
    OutboundFrame nextHeartbeat() {
        PendingRequest<?> next = null;
        for (PendingRequest<?> each : queue) {
            if (each.heartbeat && !each.isOver()) {
                next = each;
                break;
            }
        }
        if (next != null) {
            queue.remove(next);
            sending(next);
        }
        return next;
    }

    /** The next request that may be sent; {@code null} if there is none. */
    @Nullable
    OutboundFrame next(ConnectionSession to) {
        if (inFlight() >= context.options().limits().requestsInFlight()) {
            return null;
        }
        queue.removeIf(PendingRequest::isOver);
        PendingRequest<?> next = null;
        for (PendingRequest<?> each : queue) {
            if (!to.inFlight.isHeld(each.command.type())) {
                next = mustWait(each) ? null : each;
                break;
            }
        }
        if (next != null) {
            queue.remove(next);
            sending(next);
            alone = next.suspect ? next : null;
        }
        count();
        return next;
    }

    /** A suspect is sent only while no other request is in flight. */
    private boolean mustWait(PendingRequest<?> next) {
        return (alone != null && alone.inFlight) || (next.suspect && inFlight() > 0);
    }

    private void sending(PendingRequest<?> next) {
        inFlight.incrementAndGet();
        next.inFlight = true;
        next.sentAt = context.nanoTime();
        if (next.heartbeat) {
            heartbeats.sent();
        }
        count();
    }

    // ------------------------------------------------------------------ lost connections and the end

    /**
     * The connection is gone: requests in flight that may be repeated return to the head of the queue, others fail.
     *
     * @param unanswered frames without an answer, oldest first
     */
    void disconnected(List<OutboundFrame> unanswered, ConnectionEnd end) {
        if (end.isTooLarge()) {
            findTooLarge(unanswered, end);
        }
        List<PendingRequest<?>> again = new ArrayList<>();
        for (OutboundFrame frame : unanswered) {
            frame.lost(end);
            if (frame instanceof PendingRequest<?> request && !request.isOver()) {
                again.add(0, request);
            }
        }
        again.forEach(queue::addFirst);
        for (PendingRequest<?> request : List.copyOf(queue)) {
            if (!request.retry) {
                queue.remove(request);
                request.fail(lost(request.command.label(), end.detail(), false, end.cause()));
            }
        }
        count();
    }

    /**
     * One of these requests has an answer that is too large. If it is the only one, it fails; otherwise each of them is
     * sent alone from now on, so that the next such end identifies it.
     */
    private static void findTooLarge(List<OutboundFrame> unanswered, ConnectionEnd end) {
        List<PendingRequest<?>> suspects = new ArrayList<>();
        for (OutboundFrame frame : unanswered) {
            if (frame instanceof PendingRequest<?> request && !request.isOver() && !request.heartbeat) {
                suspects.add(request);
            }
        }
        if (suspects.size() == 1) {
            PendingRequest<?> only = suspects.get(0);
            only.tooLarge(only.command.label() + " was in flight when a message was too large, " + end.detail());
        } else {
            suspects.forEach(request -> request.suspect = true);
        }
    }

    /**
     * The user has ended the connection: all requests fail.
     *
     * @param unanswered frames without an answer, oldest first
     */
    void abandon(List<OutboundFrame> unanswered, ConnectionEnd end) {
        for (OutboundFrame frame : unanswered) {
            if (frame instanceof PendingRequest<?> request) {
                request.abandoned(end);
            } else {
                frame.lost(end);
            }
        }
        for (PendingRequest<?> request = queue.poll(); request != null; request = queue.poll()) {
            request.abandoned(end);
        }
        count();
    }

    /** Fails the requests whose timeout ends before the next attempt to connect at {@code retryAt}. */
    void failHopeless(long retryAt, ConnectionEnd end) {
        for (PendingRequest<?> request : List.copyOf(queue)) {
            if (request.endsBy(retryAt)) {
                queue.remove(request);
                request.fail(lost(
                        request.command.label(),
                        end.detail() + "; its timeout ends before the next attempt to connect",
                        request.wasSent(),
                        end.cause()));
            }
        }
        count();
    }

    /** Fails the requests among {@code unanswered}. */
    void failUnanswered(List<OutboundFrame> unanswered, ClientException error) {
        for (OutboundFrame frame : unanswered) {
            if (frame instanceof PendingRequest<?> request) {
                request.fail(error);
            }
        }
    }

    /** Fails all requests that wait. */
    void failWaiting(ClientException error) {
        for (PendingRequest<?> request = queue.poll(); request != null; request = queue.poll()) {
            request.fail(error);
        }
        count();
    }

    /** Any thread. */
    int waiting() {
        return waiting.get();
    }

    /** Any thread. */
    int inFlight() {
        return inFlight.get();
    }

    private void count() {
        waiting.set(queue.size());
    }

    /** One caller's request, from the call to its result, over as many connections as its timeout allows. */
    private final class PendingRequest<R> extends OutboundFrame {
        private static final long NEVER = Long.MIN_VALUE;

        private final Request<R> request;
        private final CompletableFuture<R> future;
        private final boolean retry;
        private final boolean heartbeat;
        private Loop.@Nullable Timer timeout;
        private long sentAt = NEVER;
        private long expiresAt;
        private boolean inFlight;
        /** Whether a connection ended at a message that was too large while this was in flight. */
        private boolean suspect;

        private boolean over;

        PendingRequest(Request<R> request, CompletableFuture<R> future, boolean retry, boolean heartbeat) {
            super(request);
            this.request = request;
            this.future = future;
            this.retry = retry;
            this.heartbeat = heartbeat;
        }

        /** @param at in the loop's nanoseconds */
        void timeout(long at, Loop.Timer timer) {
            expiresAt = at;
            timeout = timer;
        }

        boolean endsBy(long at) {
            return expiresAt - at <= 0;
        }

        /** Whether it was ever sent, so that the server may have processed it. */
        boolean wasSent() {
            return sentAt != NEVER;
        }

        /** Whether it has a result, or its caller has cancelled it. */
        boolean isOver() {
            return over || future.isDone();
        }

        @Override
        void answered(ByteBuf frame) throws MalformedFrameException {
            R answer = request.decode(frame);
            for (int i = request.leftOut(answer); i > 0; i--) {
                metrics.undecodable("element");
            }
            if (heartbeat) {
                heartbeats.answered(sentAt);
            }
            if (end()) {
                futures.complete(future, answer);
            }
        }

        @Override
        void refused(String serverMessage) {
            fail(context.dialect().refused(command, serverMessage));
        }

        @Override
        void unreadable(MalformedFrameException error) {
            fail(new MalformedJsonException(command.label(), String.valueOf(error.getMessage()), error));
        }

        @Override
        void tooLarge(String detail) {
            fail(new AnswerTooLargeException(detail + "; ask for less", "StreamLimits.withMaxMessageBytes"));
        }

        @Override
        void expired() {
            if (heartbeat) {
                heartbeats.unanswered(sentAt);
            }
            fail(new RequestTimeoutException("no answer to " + command.label() + " within "
                    + Timeout.text(context.options().timeouts().answer()) + " of sending it"));
        }

        @Override
        void lost(ConnectionEnd end) {
            if (retry && !isOver()) {
                landed();
                return;
            }
            fail(Requests.lost(command.label(), end.detail(), true, end.cause()));
        }

        /** The connection will not be made again until the user asks for it. */
        void abandoned(ConnectionEnd end) {
            fail(Requests.lost(command.label(), end.detail(), wasSent(), end.cause()));
        }

        void fail(ClientException error) {
            if (end()) {
                futures.fail(future, error);
            }
        }

        private void landed() {
            if (inFlight) {
                inFlight = false;
                Requests.this.inFlight.decrementAndGet();
            }
        }

        private boolean end() {
            landed();
            if (over) {
                return false;
            }
            over = true;
            if (timeout != null) {
                timeout.cancel();
            }
            return true;
        }
    }
}
