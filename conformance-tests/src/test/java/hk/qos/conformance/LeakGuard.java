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

/**
 * After a class of tests no thread may be left that was not there before, no buffer may have been lost, and Netty may
 * have had nothing to warn of.
 */
final class LeakGuard implements BeforeAllCallback, AfterAllCallback {
    /**
     * Threads of the JDK and of OkHttp that a whole process shares and that end by themselves when idle, and those that
     * run the tests.
     */
    private static final String SHARED =
            "ForkJoinPool.*|CompletableFutureDelayScheduler|OkHttp TaskRunner|Okio Watchdog|Cleaner-.*|awaitility.*";

    private final Set<Thread> before = new HashSet<>();
    private final NettyLog log = new NettyLog();
    private final Duration patience;

    LeakGuard() {
        this(Duration.ofSeconds(10));
    }

    /** @param patience how long threads may take to end */
    LeakGuard(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        LeakLog.drain(); // What others lost before is not of this class.
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

    /** Notes the threads that there are. */
    void start() {
        before.addAll(Thread.getAllStackTraces().keySet());
    }

    /** Waits for the end of all threads that came since, and fails naming those that stay. */
    void check() throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        // One that ends may start another: Netty tells the end of a loop on a thread that ends a second later.
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
