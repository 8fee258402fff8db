package hk.qos.stream.internal.engine;

import hk.qos.stream.spi.StreamSetup;
import hk.qos.stream.toy.ToyDialect;
import hk.qos.stream.virtual.VirtualLoop;
import java.net.URI;
import java.util.SplittableRandom;

/** What a part of an engine needs for a test of its own: a clock, default settings and a log, and no network. */
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
                    Runnable::run,
                    Runnable::run,
                    loop::schedule,
                    () -> {}));
    final LogLines lines = new LogLines(context.id());
}
