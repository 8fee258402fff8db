package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamMetrics;
import hk.qos.stream.internal.delivery.ByteBudget;
import hk.qos.stream.internal.delivery.Mailbox;
import hk.qos.stream.spi.StreamSetup;
import hk.qos.stream.toy.ToyDialect;
import hk.qos.stream.virtual.VirtualLoop;
import java.net.URI;
import java.time.Duration;
import java.util.SplittableRandom;

/** The environment for a test of one part of an engine: a clock, default settings and a log, without a network. */
final class Surroundings {
    final VirtualLoop loop = new VirtualLoop();
    final Context context = new Context(
            "desk-1",
            new ToyDialect(),
            StreamSetup.builder(URI.create("wss://server.example/stream")).build(),
            new Environment(
                    loop,
                    listener -> {
                        throw new AssertionError("this test connects to nothing");
                    },
                    new SplittableRandom(1),
                    loop::execute,
                    Runnable::run,
                    loop::schedule,
                    () -> {}));
    final SecretRedactor redactor = new SecretRedactor(context.options());
    final LogLines lines = new LogLines(context.id());
    final Mailboxes mailboxes = new Mailboxes(
            new Mailbox.Shared(
                    new RejectedDeliveries(context, Runnable::run, failure -> {}).dispatcher(),
                    new ByteBudget(1_000),
                    10,
                    StreamMetrics.NONE,
                    loop::nanoTime,
                    false),
            new UserCallTracker(new CallWatchdog(
                    loop::nanoTime, loop::schedule, Duration.ofSeconds(1), new StuckListenerLog(lines))));
}
