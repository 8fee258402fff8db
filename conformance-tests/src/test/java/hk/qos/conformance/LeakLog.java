package hk.qos.conformance;

import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Collects the reports of Netty's leak detector, so that tests and the soak can fail; Netty only logs them. A system
 * property of the build registers this class.
 */
public final class LeakLog<T> extends ResourceLeakDetector<T> {
    private static final int COLLECTIONS = 3;
    private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();

    /** Called by Netty's detector factory. */
    public LeakLog(Class<?> resourceType, int samplingInterval) {
        super(resourceType, samplingInterval);
    }

    /** Required by Netty's detector factory. */
    public LeakLog(Class<?> resourceType, int samplingInterval, long maxActive) {
        this(resourceType, samplingInterval);
    }

    /**
     * The leaks since the last call. The detector reports them when a buffer is allocated after a garbage collection.
     */
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
