package hk.qos.client.call;

import java.util.ArrayDeque;

/**
 * At most so many requests in any window of time, whenever it starts; there is no bucket that could allow a burst.
 * Turns are given out in the order of asking. Times are those of {@link TimeSource#nanoTime}, relative to the first.
 */
final class SlidingWindow {
    private final int capacity;
    private final long windowNanos;

    /** When the latest requests were or will be sent, oldest first. */
    private final ArrayDeque<Turn> turns = new ArrayDeque<>();

    private long notBefore = Long.MIN_VALUE;

    /** The moment at which one request may be sent; compared by identity. */
    static final class Turn {
        final long at;

        private Turn(long at) {
            this.at = at;
        }
    }

    SlidingWindow(int capacity, long windowNanos) {
        this.capacity = capacity;
        this.windowNanos = windowNanos;
    }

    /**
     * Takes the next turn, unless it were later than {@code latest}.
     *
     * @return the turn; one later than {@code latest} only tells when it would be, and is not taken
     */
    synchronized Turn take(long now, long latest) {
        forget(now);
        long at = Math.max(now, notBefore);
        if (!turns.isEmpty()) {
            at = Math.max(at, turns.getLast().at);
        }
        if (turns.size() >= capacity) {
            at = Math.max(at, nthLast(capacity).at + windowNanos);
        }
        Turn turn = new Turn(at);
        if (at <= latest) {
            turns.addLast(turn);
        }
        return turn;
    }

    /** Gives back a turn that was not used. Later ones keep their time, which is never too early. */
    synchronized void giveBack(Turn turn) {
        turns.removeIf(other -> other == turn);
    }

    /** Whether it is the server's word, and not the number of requests, that no turn comes before {@code moment}. */
    synchronized boolean isHeldUntil(long moment) {
        return notBefore == moment;
    }

    /** Nobody takes a turn before {@code moment}: the server said so. */
    synchronized void holdUntil(long moment) {
        notBefore = Math.max(notBefore, moment);
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
        while (!turns.isEmpty() && turns.getFirst().at + windowNanos <= now) {
            turns.removeFirst();
        }
    }
}
