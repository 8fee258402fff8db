package hk.qos.stream.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** After a class of tests no thread may be left that was not there before, and no buffer may have been lost. */
public final class LeakGuard implements BeforeAllCallback, AfterAllCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int COLLECTIONS = 3;
    /** Threads that a whole process shares and that end by themselves when idle, or serve all tests. */
    private static final String SHARED =
            "ForkJoinPool.*|CompletableFutureDelayScheduler|Cleaner-.*|awaitility.*|junit-.*|process reaper.*|JFR .*";

    private final Set<Thread> before = new HashSet<>();
    private final LeakLog leaks = new LeakLog();

    @Override
    public void beforeAll(ExtensionContext context) {
        collect(); // What others lost before is not of this class.
        before.addAll(Thread.getAllStackTraces().keySet());
        leaks.attach();
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        // One that ends may start another: Netty tells the end of a loop on a thread that ends a second later.
        while (!threads().isEmpty() && System.nanoTime() - end < 0) {
            for (Thread thread : threads()) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            }
        }
        collect();
        List<String> lost = leaks.detach();
        assertThat(threads()).extracting(Thread::getName).isEmpty();
        assertThat(ResourceLeakDetector.getLevel())
                .as("the build sets io.netty.leakDetection.level")
                .isEqualTo(ResourceLeakDetector.Level.PARANOID);
        assertThat(lost).isEmpty();
    }

    private List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .filter(thread -> !thread.getName().matches(SHARED))
                .toList();
    }

    /** The detector reports a lost buffer when it is asked for another one after a collection. */
    static void collect() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            ByteBufAllocator.DEFAULT.directBuffer(8).release();
            ByteBufAllocator.DEFAULT.heapBuffer(8).release();
        }
    }

    /** What Netty's detector of leaks reports, which is a line in the log. */
    static final class LeakLog extends AppenderBase<ILoggingEvent> {
        private final Logger detector = (Logger) LoggerFactory.getLogger(ResourceLeakDetector.class);
        private final List<String> found = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            found.add(event.getFormattedMessage());
        }

        void attach() {
            start();
            detector.addAppender(this);
        }

        List<String> found() {
            return List.copyOf(found);
        }

        List<String> detach() {
            detector.detachAppender(this);
            stop();
            return found();
        }
    }
}
