package hk.qos.bench.client;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import hk.qos.bench.load.Stamp;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the pushes that a client hands to its user: after the warm-up it measures the CPU time and the allocations of
 * the whole process, and how old each push is if the server stamps it. Pushes come on one thread at a time.
 */
final class Meter {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final int warmUp;
    private final int pushes;
    private final boolean checksum;
    private final boolean stamped;
    private final int[] ages;
    private final LongAdder replaced = new LongAdder();
    private final CountDownLatch done = new CountDownLatch(1);
    private int count;
    private long sum;
    private long cpu;
    private long allocated;
    private long time;
    private long replacedBefore;
    private long replacedThen;

    /**
     * @param checksum whether to sum up the content
     * @param stamped whether the server stamps each push with its time, so that its age can be measured
     */
    Meter(int warmUp, int pushes, boolean checksum, boolean stamped) {
        this.warmUp = warmUp;
        this.pushes = pushes;
        this.checksum = checksum;
        this.stamped = stamped;
        this.ages = new int[stamped ? pushes : 1];
    }

    /** Counts a push with the time in seconds that it has. */
    void push(Object push, long seconds) {
        if (count == warmUp + pushes) {
            return;
        }
        if (checksum) {
            sum += Checksum.of(push);
        }
        if (stamped && count >= warmUp) {
            ages[count - warmUp] = (int) Stamp.age(seconds);
        }
        if (count == warmUp - 1) {
            cpu = PROCESS.getProcessCpuTime();
            allocated = allocated();
            replacedBefore = replaced.sum();
            time = System.nanoTime();
        }
        count++;
        if (count == warmUp + pushes) {
            time = System.nanoTime() - time;
            cpu = PROCESS.getProcessCpuTime() - cpu;
            allocated = allocated() - allocated;
            replacedThen = replaced.sum() - replacedBefore;
            done.countDown();
        }
    }

    /** Counts a push that the client read and replaced by a newer one before its user took it; on any thread. */
    void replaced() {
        replaced.increment();
    }

    void await() throws InterruptedException {
        done.await();
    }

    private static long allocated() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }

    /**
     * Pushes with those that were replaced, CPU in ns, bytes, time in ns, the median and the 99th percentile of the ages in
     * µs (0 if pushes are not stamped), the sum of the content.
     */
    String result() {
        Arrays.sort(ages);
        return String.format(
                "RESULT %d %d %d %d %d %d %d",
                pushes + replacedThen,
                cpu,
                allocated,
                time,
                ages[ages.length / 2],
                ages[(int) (ages.length * 0.99)],
                sum);
    }
}
