package hk.qos.stream.internal.engine;

import hk.qos.error.AnswerTooLargeException;
import hk.qos.error.ClientException;
import hk.qos.error.ConnectionLostException;
import hk.qos.error.ConnectionLostException.Outcome;
import hk.qos.error.ProtocolException;
import hk.qos.error.RequestTimeoutException;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.Loop;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Request;
import io.netty.buffer.ByteBuf;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A caller's request, from the call to the answer, over as many connections as its deadline allows. */
final class PendingRequest<R> extends OutboundFrame {
    private static final long NEVER = Long.MIN_VALUE;

    private final Requests requests;
    private final Request<R> request;
    private final CompletableFuture<R> future;
    final boolean retry;
    final boolean heartbeat;
    private Loop.@Nullable Timer deadline;
    private long sentAt = NEVER;
    private long deadlineAt;
    private boolean inFlight;
    /** Whether a connection ended at a message that was too large, and this may have been what asked for it. */
    private boolean suspect;

    private boolean over;

    PendingRequest(
            Requests requests, Request<R> request, CompletableFuture<R> future, boolean retry, boolean heartbeat) {
        super(request);
        this.requests = requests;
        this.request = request;
        this.future = future;
        this.retry = retry;
        this.heartbeat = heartbeat;
    }

    /** @param at in the loop's nanoseconds */
    void deadline(long at, Loop.Timer timer) {
        deadlineAt = at;
        deadline = timer;
    }

    /** Whether it ends by {@code at}. */
    boolean endsBy(long at) {
        return deadlineAt - at <= 0;
    }

    /** Whether it was ever sent, so that the server may have answered. */
    boolean wasSent() {
        return sentAt != NEVER;
    }

    /** Whether nobody waits for it any more. */
    boolean isOver() {
        return over || future.isDone();
    }

    boolean isSuspect() {
        return suspect;
    }

    void suspect() {
        suspect = true;
    }

    boolean isInFlight() {
        return inFlight;
    }

    void leaving(long now) {
        inFlight = true;
        sentAt = now;
    }

    @Override
    void answered(ByteBuf frame) throws MalformedFrameException {
        R answer = request.decode(frame);
        for (int i = request.leftOut(answer); i > 0; i--) {
            requests.context.metrics.undecodable("element");
        }
        if (heartbeat) {
            requests.heartbeatAnswered(sentAt);
        }
        if (end()) {
            requests.context.complete(future, answer);
        }
    }

    @Override
    void refused(String words) {
        fail(requests.context.dialect.refused(command, words));
    }

    @Override
    void unreadable(MalformedFrameException error) {
        fail(new ProtocolException(
                "the answer to " + command.type() + " cannot be read: " + error.getMessage(), error));
    }

    @Override
    void tooLarge(String detail) {
        fail(new AnswerTooLargeException(detail + "; ask for less", "limits.frameBytes"));
    }

    @Override
    void expired() {
        if (heartbeat) {
            requests.heartbeatUnanswered(sentAt);
        }
        fail(new RequestTimeoutException("no answer to " + command.type() + " within "
                + Context.text(requests.context.options.deadlines().answer()) + " of sending it"));
    }

    @Override
    void lost(ConnectionEnd end) {
        if (retry && !isOver()) {
            landed();
            return;
        }
        fail(new ConnectionLostException(command.type() + ": " + end.detail(), Outcome.UNKNOWN, end.cause()));
    }

    void fail(ClientException error) {
        if (end()) {
            requests.context.fail(future, error);
        }
    }

    private void landed() {
        if (inFlight) {
            inFlight = false;
            requests.left();
        }
    }

    private boolean end() {
        landed();
        if (over) {
            return false;
        }
        over = true;
        if (deadline != null) {
            deadline.cancel();
        }
        return true;
    }
}
