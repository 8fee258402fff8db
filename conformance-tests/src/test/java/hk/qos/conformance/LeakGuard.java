package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.ResourceLeakDetector;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test class that leaves a thread, leaks a buffer, or causes a warning of Netty. */
final class LeakGuard implements BeforeAllCallback, AfterAllCallback {
    /** Shared threads of the JDK and of OkHttp, which end when idle, and the threads that run the tests. */
    private static final String SHARED =
            "ForkJoinPool.*|CompletableFutureDelayScheduler|OkHttp TaskRunner|Okio Watchdog|Cleaner-.*|awaitility.*";

    private final Set<Thread> before = new HashSet<>();
    private final NettyLog log = new NettyLog();
    private final Duration patience;

    LeakGuard() {
        this(Duration.ofSeconds(10));
    }

    /** @param patience the time that threads have to end */
    LeakGuard(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        LeakLog.drain(); // Ignore leaks of earlier classes.
        start();
        log.attach();
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        check();
        assertThat(log.detach()).isEmpty();
        assertThat(ResourceLeakDetector.getLevel())
                .as("the build sets io.netty.leakDetection.level")
                .isEqualTo(ResourceLeakDetector.Level.PARANOID);
        assertThat(LeakLog.drain()).isEmpty();
    }

    /** Records the current threads. */
    void start() {
        before.addAll(Thread.getAllStackTraces().keySet());
    }

    /** Waits until all threads that were started since have ended; fails with the names of those that have not. */
    void check() throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        // A thread that ends may start another: Netty reports the end of a loop on a thread that ends a second later.
        while (!threads().isEmpty() && System.nanoTime() - end < 0) {
            for (Thread thread : threads()) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            }
        }
        assertThat(threads()).extracting(Thread::getName).isEmpty();
    }

    private List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .filter(thread -> !thread.getName().matches(SHARED))
                .toList();
    }
}
