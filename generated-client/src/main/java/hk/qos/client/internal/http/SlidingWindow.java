package hk.qos.client.internal.http;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Allows a number of requests in any window of time, so that bursts cannot exceed it. Turns are given in the order of
 * the calls. The clock is read under the lock, so that a thread never uses an outdated time. The limit and the window
 * are passed with each call, since several clients can share one instance.
 */
final class SlidingWindow {
    private final LongSupplier clock;

    /** The times at which the latest requests were or will be sent, oldest first. */
    private final ArrayDeque<Turn> turns = new ArrayDeque<>();

    /** The waiting calls, in order. */
    private final Set<Runnable> waiting = new LinkedHashSet<>();

    private long notBefore = Long.MIN_VALUE;
    private long maxWindow;

    /** @param clock nanoseconds, never decreasing, from an origin so near that sums do not overflow */
    SlidingWindow(LongSupplier clock) {
        this.clock = clock;
    }

    /** The time at which one request may be sent; compared by identity. */
    static final class Turn {
        final long at;

        /** The delay until then; 0 for now. */
        final long delay;

        /** Whether the delay comes from the server's pause instead of the number of requests. */
        final boolean held;

        private Turn(long at, long delay, boolean held) {
            this.at = at;
            this.delay = delay;
            this.held = held;
        }
    }

    /** The state at one moment. */
    record Usage(int used, int waiting, long nextDelay, long holdDelay) {}

    /**
     * Takes the next turn, unless its delay exceeds {@code maxWait}.
     *
     * @return the turn; if its delay exceeds {@code maxWait}, it was not taken
     */
    synchronized Turn take(int capacity, long windowNanos, long maxWait) {
        long now = clock.getAsLong();
        maxWindow = Math.max(maxWindow, windowNanos);
        forget(now);
        long at = next(now, capacity, windowNanos);
        Turn turn = new Turn(at, at - now, at > now && at == notBefore);
        if (turn.delay <= maxWait) {
            turns.addLast(turn);
        }
        return turn;
    }

    /**
     * Whether a request may be sent now that its turn is due. If the server has asked for a pause since, the turn is
     * lost.
     */
    synchronized boolean claim(Turn turn) {
        if (turns.contains(turn) && notBefore <= clock.getAsLong()) {
            return true;
        }
        turns.remove(turn);
        return false;
    }

    /** Gives back an unused turn. Later turns keep their time. */
    synchronized void giveBack(Turn turn) {
        turns.remove(turn);
    }

    /** Starts a pause that the server asked for. */
    synchronized void hold(long nanos) {
        notBefore = Math.max(notBefore, clock.getAsLong() + nanos);
    }

    /** Runs {@code again} if the pause is lifted. It must take a new turn, since the old one is gone. */
    synchronized void onLift(Runnable again) {
        waiting.add(again);
    }

    synchronized void forgetOnLift(Runnable again) {
        waiting.remove(again);
    }

    /** Lifts the pause. Waiting calls get new turns, in their order. */
    void lift() {
        List<Runnable> again;
        synchronized (this) {
            long now = clock.getAsLong();
            if (notBefore <= now) {
                return;
            }
            notBefore = Long.MIN_VALUE;
            turns.removeIf(turn -> turn.at > now);
            again = List.copyOf(waiting);
        }
        again.forEach(Runnable::run);
    }

    synchronized Usage usage(int capacity, long windowNanos) {
        long now = clock.getAsLong();
        forget(now);
        int used = 0;
        int ahead = 0;
        for (Turn turn : turns) {
            if (turn.at > now) {
                ahead++;
            } else if (turn.at + windowNanos > now) {
                used++;
            }
        }
        return new Usage(used, ahead, next(now, capacity, windowNanos) - now, notBefore <= now ? 0 : notBefore - now);
    }

    /** Returns the delay of the n-th of further turns, if no others are taken meanwhile. */
    synchronized long delay(long n, int capacity, long windowNanos) {
        long now = clock.getAsLong();
        forget(now);
        ArrayDeque<Long> latest = new ArrayDeque<>();
        turns.descendingIterator().forEachRemaining(turn -> {
            if (latest.size() < capacity) {
                latest.addFirst(turn.at);
            }
        });
        long at = Math.max(now, notBefore);
        at = latest.isEmpty() ? at : Math.max(at, latest.getLast());
        // The turns repeat after as many as a window has.
        for (long i = 0; i <= (n - 1) % capacity; i++) {
            at = latest.size() < capacity ? at : Math.max(at, latest.removeFirst() + windowNanos);
            latest.addLast(at);
        }
        return at - now + (n - 1) / capacity * windowNanos;
    }

    /** Whether nothing in this window counts any more. */
    synchronized boolean isIdle() {
        long now = clock.getAsLong();
        forget(now);
        return turns.isEmpty() && waiting.isEmpty() && notBefore <= now;
    }

    private long next(long now, int capacity, long windowNanos) {
        long at = Math.max(now, notBefore);
        if (!turns.isEmpty()) {
            at = Math.max(at, turns.getLast().at);
        }
        if (turns.size() >= capacity) {
            at = Math.max(at, nthLast(capacity).at + windowNanos);
        }
        return at;
    }

    private Turn nthLast(int n) {
        var newestFirst = turns.descendingIterator();
        Turn turn = newestFirst.next();
        for (int i = 1; i < n; i++) {
            turn = newestFirst.next();
        }
        return turn;
    }

    private void forget(long now) {
        while (!turns.isEmpty() && turns.getFirst().at + maxWindow <= now) {
            turns.removeFirst();
        }
    }
}
