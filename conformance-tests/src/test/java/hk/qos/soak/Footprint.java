package hk.qos.soak;

import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The resources of the process.
 *
 * @param heap bytes in use after a collection
 * @param direct bytes outside the heap, those of Netty's pool included
 * @param threads their names
 * @param handles the targets of open file handles; empty if the system does not list them
 */
record Footprint(long heap, long direct, List<String> threads, List<String> handles) {
    private static final Path HANDLES = Path.of("/proc/self/fd");

    static Footprint now() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long direct = Math.max(0, PlatformDependent.usedDirectMemory());
        for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            direct += pool.getName().equals("direct") ? pool.getMemoryUsed() : 0;
        }
        List<String> threads = Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .toList();
        return new Footprint(runtime.totalMemory() - runtime.freeMemory(), direct, threads, openHandles());
    }

    private static List<String> openHandles() {
        if (!Files.isDirectory(HANDLES)) {
            return List.of();
        }
        List<String> targets = new ArrayList<>();
        try (Stream<Path> handles = Files.list(HANDLES)) {
            for (Path handle : (Iterable<Path>) handles::iterator) {
                try {
                    // The numbers of sockets differ.
                    targets.add(Files.readSymbolicLink(handle).toString().replaceAll(":\\[\\d+]", ""));
                } catch (NoSuchFileException e) {
                    // The handle was closed in the meantime.
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return targets;
    }

    /** The threads of which there are more than before. */
    List<String> threadsSince(Footprint before) {
        return more(threads, before.threads);
    }

    /** The handles of which there are more than before. */
    List<String> handlesSince(Footprint before) {
        return more(handles, before.handles);
    }

    /** In threads and handles. */
    boolean isNoMoreThan(Footprint before) {
        return threadsSince(before).isEmpty() && handlesSince(before).isEmpty();
    }

    private static List<String> more(List<String> now, List<String> before) {
        List<String> more = new ArrayList<>(now);
        before.forEach(more::remove);
        return more;
    }

    static String mebibytes(long bytes) {
        return ((bytes + (1 << 19)) >> 20) + " MiB";
    }

    @Override
    public String toString() {
        return "heap " + mebibytes(heap) + ", direct " + mebibytes(direct) + ", threads " + threads.size()
                + ", handles " + handles.size();
    }
}
