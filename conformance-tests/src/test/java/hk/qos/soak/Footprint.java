package hk.qos.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import io.netty.util.internal.PlatformDependent;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the process takes of the machine.
 *
 * @param heap bytes in use after a collection
 * @param direct bytes outside the heap, those of Netty's pool included
 * @param handles open file handles; 0 where the system does not tell
 */
record Footprint(long heap, long direct, int threads, long handles) {

    static Footprint now() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long direct = Math.max(0, PlatformDependent.usedDirectMemory());
        for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            direct += pool.getName().equals("direct") ? pool.getMemoryUsed() : 0;
        }
        long handles = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
        return new Footprint(
                runtime.totalMemory() - runtime.freeMemory(),
                direct,
                ManagementFactory.getThreadMXBean().getThreadCount(),
                handles);
    }

    long threadsSince(Footprint before) {
        return Math.max(0, threads - before.threads);
    }

    long handlesSince(Footprint before) {
        return Math.max(0, handles - before.handles);
    }

    static String mebibytes(long bytes) {
        return ((bytes + (1 << 19)) >> 20) + " MiB";
    }

    @Override
    public String toString() {
        return "heap " + mebibytes(heap) + ", direct " + mebibytes(direct) + ", threads " + threads + ", handles "
                + handles;
    }
}
