package hk.qos.stream.internal.engine;

import hk.qos.error.ClientException;
import hk.qos.error.ConnectionLostException;
import hk.qos.error.ConnectionLostException.Outcome;
import hk.qos.error.LimitException;
import hk.qos.error.RequestTimeoutException;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.Deadline;
import hk.qos.stream.spi.Request;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Requests that wait for their turn, called heartbeats among them, and how many are under way. */
final class Requests {
    final Context context;
    private final Pacer pacer;
    private final HeartbeatMonitor pulse;
    private final IntSupplier framesBefore;
    private final Deque<PendingRequest<?>> queue = new ArrayDeque<>();
    private @Nullable PendingRequest<?> alone;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();

    /** @param framesBefore how many frames of other kinds go before any request */
    Requests(Context context, Pacer pacer, HeartbeatMonitor pulse, IntSupplier framesBefore) {
        this.context = context;
        this.pacer = pacer;
        this.pulse = pulse;
        this.framesBefore = framesBefore;
    }

    /**
     * Takes a request, or fails it at once.
     *
     * @param offline how long until the next attempt to connect, or {@code null} if none is waited for
     */
    <R> void submit(
            Request<R> request,
            RequestOptions options,
            boolean heartbeat,
            CompletableFuture<R> future,
            @Nullable Duration offline) {
        PendingRequest<R> pending = new PendingRequest<>(this, request, future, options.retryOnReconnect(), heartbeat);
        if (pending.isOver()) {
            return;
        }
        ClientException refusal = refusal(pending, options, offline);
        if (refusal != null) {
            pending.fail(refusal);
            return;
        }
        queue.add(pending);
        count();
        long at = context.loop.nanoTime() + options.deadline().toNanos();
        pending.deadline(at, new Deadline(context.loop, options.deadline().toNanos(), stoodStill -> {
            pending.fail(new RequestTimeoutException(request.type() + " was not answered within its deadline of "
                    + Context.text(options.deadline()) + Deadline.remark(stoodStill)));
            remove(pending);
        }));
    }

    private @Nullable ClientException refusal(
            PendingRequest<?> pending, RequestOptions options, @Nullable Duration offline) {
        String type = pending.command.type();
        if (offline != null && !pending.retry) {
            return new ConnectionLostException(type + ": not connected", Outcome.NOT_SENT, null);
        }
        dropOver();
        int most = context.options.limits().requestsQueued();
        if (queue.size() >= most) {
            return new LimitException(type + ": " + most + " requests wait already", "limits.requestsQueued");
        }
        Duration wait = expectedWait(pending, offline);
        if (wait.compareTo(options.deadline()) >= 0) {
            return new RequestTimeoutException(type + " would wait about " + Context.text(wait)
                    + " for its turn, and its deadline is " + Context.text(options.deadline()));
        }
        return null;
    }

    private Duration expectedWait(PendingRequest<?> pending, @Nullable Duration offline) {
        Duration first = pacer.expectedDelay(context.loop.nanoTime());
        if (offline != null && offline.compareTo(first) > 0) {
            first = offline;
        }
        Duration inTurn = Duration.ofNanos(pacer.gap()).multipliedBy((long) queue.size() + framesBefore.getAsInt());
        if (pending.heartbeat) {
            // One that is due goes before everything else.
            long before = queue.stream().filter(each -> each.heartbeat).count();
            Duration due = context.options.heartbeatInterval().multipliedBy(before + 1);
            return first.plus(due.compareTo(inTurn) < 0 ? due : inTurn);
        }
        return first.plus(inTurn);
    }

    /** The first called heartbeat, whoever waits before it. */
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
            leave(next);
        }
        return next;
    }

    @Nullable
    OutboundFrame next() {
        if (inFlight() >= context.options.limits().requestsInFlight()) {
            return null;
        }
        while (!queue.isEmpty() && queue.element().isOver()) {
            queue.remove();
        }
        PendingRequest<?> next = queue.peek();
        if (next != null && mustWait(next)) {
            next = null;
        }
        if (next != null) {
            queue.remove();
            leave(next);
            alone = next.isSuspect() ? next : null;
        }
        count();
        return next;
    }

    /** A suspect is under way alone. */
    private boolean mustWait(PendingRequest<?> next) {
        return (alone != null && alone.isInFlight()) || (next.isSuspect() && inFlight() > 0);
    }

    private void leave(PendingRequest<?> next) {
        inFlight.incrementAndGet();
        next.leaving(context.loop.nanoTime());
        if (next.heartbeat) {
            pulse.sent();
        }
        count();
    }

    void left() {
        inFlight.decrementAndGet();
    }

    void heartbeatAnswered(long sentAt) {
        pulse.answered(sentAt);
    }

    void heartbeatUnanswered(long sentAt) {
        pulse.unanswered(sentAt);
    }

    /**
     * The connection is gone: what was under way and may be repeated goes first again, what may not be repeated fails.
     *
     * @param open frames without an answer, oldest first
     */
    void disconnected(List<OutboundFrame> open, ConnectionEnd end) {
        if (end.isTooLarge()) {
            blame(open, end);
        }
        List<PendingRequest<?>> again = new ArrayList<>();
        for (OutboundFrame exchange : open) {
            exchange.lost(end);
            if (exchange instanceof PendingRequest<?> request && !request.isOver()) {
                again.add(0, request);
            }
        }
        again.forEach(queue::addFirst);
        for (PendingRequest<?> request : List.copyOf(queue)) {
            if (!request.retry) {
                queue.remove(request);
                request.fail(new ConnectionLostException(
                        request.command.type() + ": " + end.detail(), Outcome.NOT_SENT, end.cause()));
            }
        }
        count();
    }

    /**
     * One of these asked for too much. If it was under way alone it is known, and must not be sent again; else each of them
     * is sent alone from now on, so that it is known the next time.
     */
    private static void blame(List<OutboundFrame> open, ConnectionEnd end) {
        List<PendingRequest<?>> suspects = new ArrayList<>();
        for (OutboundFrame exchange : open) {
            if (exchange instanceof PendingRequest<?> request && !request.isOver() && !request.heartbeat) {
                suspects.add(request);
            }
        }
        if (suspects.size() == 1) {
            suspects.get(0)
                    .tooLarge(suspects.get(0).command.type() + " was under way when a message was too large, "
                            + end.detail());
        } else {
            suspects.forEach(PendingRequest::suspect);
        }
    }

    /** Fails what has to end before the next attempt to connect: to wait for that would be in vain. */
    void failHopeless(long retryAt, ConnectionEnd end) {
        for (PendingRequest<?> request : List.copyOf(queue)) {
            if (request.endsBy(retryAt)) {
                queue.remove(request);
                request.fail(new ConnectionLostException(
                        request.command.type() + ": " + end.detail()
                                + "; its deadline ends before the next attempt to connect",
                        request.wasSent() ? Outcome.UNKNOWN : Outcome.NOT_SENT,
                        end.cause()));
            }
        }
        count();
    }

    /** Fails what was sent and will not be answered any more. */
    void failOpen(List<OutboundFrame> open, ClientException error) {
        for (OutboundFrame exchange : open) {
            if (exchange instanceof PendingRequest<?> request) {
                request.fail(error);
            }
        }
    }

    /** Nothing will be sent any more. */
    void failAll(ClientException error) {
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

    private void remove(PendingRequest<?> request) {
        queue.remove(request);
        count();
    }

    private void dropOver() {
        queue.removeIf(PendingRequest::isOver);
        count();
    }
}
