package hk.qos.stream.internal.delivery;

import java.util.concurrent.atomic.AtomicLong;

/** The number of bytes that wait for consumers in all backlogs of a stream. */
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

    /** The number of bytes that wait now. */
    public long used() {
        return used.get();
    }
}
