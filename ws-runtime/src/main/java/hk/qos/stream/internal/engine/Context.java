package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.io.Loop;
import hk.qos.stream.spi.Dialect;
import hk.qos.stream.spi.StreamSetup;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The settings and surroundings of one engine. It knows no part of the engine.
 *
 * @param id the stream's name and a number that is unique in this process, for log lines and recordings
 */
record Context(String id, Dialect dialect, StreamSetup options, Environment environment) {
    private static final AtomicLong STREAMS = new AtomicLong();

    static Context of(Dialect dialect, StreamSetup options, Environment environment) {
        return new Context(options.name() + "-" + STREAMS.incrementAndGet(), dialect, options, environment);
    }

    Loop loop() {
        return environment.loop();
    }

    /** Monotonic time in nanoseconds. */
    long nanoTime() {
        return environment.loop().nanoTime();
    }

    Instant now() {
        return Instant.ofEpochMilli(environment.loop().millis());
    }

    /** Runs {@code task} on the loop; returns false if the loop has ended. */
    boolean post(Runnable task) {
        try {
            environment.loop().execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }
}
