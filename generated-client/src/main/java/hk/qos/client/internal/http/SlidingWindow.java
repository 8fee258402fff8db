package hk.qos.client.internal.http;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * At most so many requests in any window of time, whenever it starts; there is no bucket that could allow a burst.
 * Turns are given out in the order of asking. The clock is read under the lock, so that no thread asks for a moment
 * that another has left behind. Capacity and window are those of who asks, since several clients may share this.
 */
final class SlidingWindow {
    private final LongSupplier clock;

    /** When the latest requests were or will be sent, oldest first. */
    private final ArrayDeque<Turn> turns = new ArrayDeque<>();

    /** What waits, in the order of asking. */
    private final Set<Runnable> waiting = new LinkedHashSet<>();

    private long notBefore = Long.MIN_VALUE;
    private long longestWindow;

    /** @param clock nanoseconds, only forward, from an origin so near that sums do not overflow */
    SlidingWindow(LongSupplier clock) {
        this.clock = clock;
    }

    /** The moment at which one request may be sent; compared by identity. */
    static final class Turn {
        final long at;

        /** How long until then; 0 for now. */
        final long delay;

        /** Whether it is the server's word, and not the number of requests, that it comes no earlier. */
        final boolean held;

        private Turn(long at, long delay, boolean held) {
            this.at = at;
            this.delay = delay;
            this.held = held;
        }
    }

    /** What {@link #usage} found at one moment. */
    record Usage(int used, int waiting, long nextDelay, long holdDelay) {}

    /**
     * Takes the next turn, unless its delay were longer than {@code longestWait}.
     *
     * @return the turn; one with a longer delay only tells when it would be, and is not taken
     */
    synchronized Turn take(int capacity, long windowNanos, long longestWait) {
        long now = clock.getAsLong();
        longestWindow = Math.max(longestWindow, windowNanos);
        forget(now);
        long at = next(now, capacity, windowNanos);
        Turn turn = new Turn(at, at - now, at > now && at == notBefore);
        if (turn.delay <= longestWait) {
            turns.addLast(turn);
        }
        return turn;
    }

    /** Whether a request may be sent now that its turn should have come; if the server forbade it since, the turn is lost. */
    synchronized boolean claim(Turn turn) {
        if (turns.contains(turn) && notBefore <= clock.getAsLong()) {
            return true;
        }
        turns.remove(turn);
        return false;
    }

    /** Gives back a turn that was not used. Later ones keep their time, which is never too early. */
    synchronized void giveBack(Turn turn) {
        turns.remove(turn);
    }

    /** Nobody sends anything for so long: the server said so. */
    synchronized void hold(long nanos) {
        notBefore = Math.max(notBefore, clock.getAsLong() + nanos);
    }

    /** {@code again} runs if the hold is lifted; it is expected to take a new turn, since the old one is gone. */
    synchronized void onLift(Runnable again) {
        waiting.add(again);
    }

    synchronized void forgetOnLift(Runnable again) {
        waiting.remove(again);
    }

    /** Forgets what the server said. What waits is given new turns, in its order. */
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

    /** Whether nothing that is remembered here matters any more. */
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
        while (!turns.isEmpty() && turns.getFirst().at + longestWindow <= now) {
            turns.removeFirst();
        }
    }
}
