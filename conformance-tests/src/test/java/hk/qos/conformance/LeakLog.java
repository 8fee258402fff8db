package hk.qos.conformance;

import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Keeps what Netty's leak detector finds, so that a test, or the soak, can fail over it; Netty itself only logs it.
 * The build names this class to Netty.
 */
public final class LeakLog<T> extends ResourceLeakDetector<T> {
    private static final int COLLECTIONS = 3;
    private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();

    /** As Netty's factory of detectors calls it. */
    public LeakLog(Class<?> resourceType, int samplingInterval) {
        super(resourceType, samplingInterval);
    }

    /** As Netty's factory of detectors looks for it, too. */
    public LeakLog(Class<?> resourceType, int samplingInterval, long maxActive) {
        this(resourceType, samplingInterval);
    }

    /** What was lost since the last time. The detector reports it when it is asked for a buffer after a collection. */
    public static List<String> drain() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            ByteBufAllocator.DEFAULT.directBuffer(8).release();
            ByteBufAllocator.DEFAULT.heapBuffer(8).release();
        }
        List<String> found = new ArrayList<>();
        for (String leak = FOUND.poll(); leak != null; leak = FOUND.poll()) {
            found.add(leak);
        }
        return found;
    }

    @Override
    protected boolean needReport() {
        return true;
    }

    @Override
    protected void reportTracedLeak(String resourceType, String records) {
        FOUND.add(resourceType + " was not released: " + records);
    }

    @Override
    protected void reportUntracedLeak(String resourceType) {
        FOUND.add(resourceType + " was not released");
    }
}
