package hk.qos.stream.internal.delivery;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes wait for consumers, over all backlogs of a stream. */
public final class ByteBudget {
    private final long limit;
    private final AtomicLong used = new AtomicLong();

    public ByteBudget(long limit) {
        this.limit = limit;
    }

    void add(long bytes) {
        used.addAndGet(bytes);
    }

    boolean isExceeded() {
        return used.get() > limit;
    }

    /** Bytes that wait at this moment. */
    public long used() {
        return used.get();
    }
}
