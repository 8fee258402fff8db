package hk.qos.client.internal.stream.fuzz;

import hk.qos.stream.internal.json.JsonOutput;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Reads invalid frames on every processor for a given time, and reports failures.
 *
 * <p>{@code Fuzz <seconds> <folder for findings> [<seed>]}; exits with 0 only if nothing was found.
 */
public final class Fuzz {
    private static final Duration HANG = Duration.ofSeconds(20);
    private static final long ALLOWED_GROWTH = 64L << 20;
    private static final int WARM_UP = 2_000;
    private static final int MAX_FINDINGS = 20;

    private final Frames frames;
    private final Supplier<Readers> readers;
    private final Path folder;
    private final PrintStream out;
    private final AtomicLong next;
    private final AtomicLong inputs = new AtomicLong();
    private final AtomicInteger findings = new AtomicInteger();
    private volatile boolean over;

    Fuzz(Frames frames, Supplier<Readers> readers, Path folder, long seed, PrintStream out) {
        this.frames = frames;
        this.readers = readers;
        this.folder = folder;
        this.next = new AtomicLong(seed);
        this.out = out;
    }

    /** Runs it; see the class. */
    public static void main(String[] arguments) throws Exception {
        long seconds = Long.parseLong(arguments[0]);
        Path folder = Path.of(arguments[1]);
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.currentTimeMillis() << 16;
        Fuzz fuzz = new Fuzz(new Frames(Corpus.frames()), Readers::new, folder, seed, System.out);
        System.exit(fuzz.run(Duration.ofSeconds(seconds), Runtime.getRuntime().availableProcessors()) ? 0 : 1);
    }

    /** Whether nothing was found. */
    boolean run(Duration time, int threads) throws InterruptedException {
        out.println("fuzz: " + time.toSeconds() + " s, " + threads + " threads, seed " + next.get());
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Worker worker = new Worker("fuzz-" + i);
            workers.add(worker);
            worker.start();
        }
        long end = System.nanoTime() + time.toNanos();
        long baseline = -1;
        while (System.nanoTime() < end
                && findings.get() < MAX_FINDINGS
                && workers.stream().noneMatch(this::hangs)) {
            workers.get(0).join(Math.min(1_000, time.toMillis() / 4 + 1));
            if (baseline < 0 && inputs.get() > WARM_UP) {
                baseline = heap();
            }
        }
        over = true;
        for (Worker worker : workers) {
            worker.join(HANG.toMillis());
            hangs(worker);
        }
        long grown = baseline < 0 ? 0 : heap() - baseline;
        if (grown > ALLOWED_GROWTH) {
            finding("heap", new byte[0], "the readers keep " + grown + " bytes of what they read");
        }
        out.println("fuzz: " + inputs.get() + " inputs, " + findings.get() + " findings");
        return findings.get() == 0 && inputs.get() > 0;
    }

    private boolean hangs(Worker worker) {
        long since = worker.since;
        if (since == 0 || System.nanoTime() - since < HANG.toNanos() || !worker.isAlive()) {
            return false;
        }
        worker.since = 0;
        finding(Long.toString(worker.seed), worker.input, "not read within " + HANG.toSeconds() + " s");
        return true;
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private synchronized void finding(String name, byte[] input, String problem) {
        findings.incrementAndGet();
        try {
            Files.createDirectories(folder);
            Path file = Files.write(folder.resolve("finding-" + name + ".bin"), input);
            out.println("fuzz: " + problem + "; the input: " + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one input after another, each with its own seed. */
    private final class Worker extends Thread {
        private final Readers own = readers.get();
        private volatile long since;
        private volatile long seed;
        private volatile byte[] input = JsonOutput.raw("");

        Worker(String name) {
            super(name);
            setDaemon(true);
        }

        @Override
        public void run() {
            // Load the classes first, so that their cost does not count.
            frames.real().forEach(own::judge);
            while (!over && findings.get() < MAX_FINDINGS) {
                seed = next.getAndIncrement();
                input = frames.next(new SplittableRandom(seed));
                since = System.nanoTime();
                String problem = own.judge(input);
                since = 0;
                inputs.incrementAndGet();
                if (problem != null) {
                    finding(Long.toString(seed), input, problem);
                }
            }
        }
    }
}
