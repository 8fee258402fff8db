package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import hk.qos.stream.logged.Logged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** DEBUG logs frames without secrets and of limited length. */
final class FrameLogTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @RegisterExtension
    final Logged logged = new Logged("hk.qos.stream.frames", Level.DEBUG);

    private final EngineHarness harness =
            new EngineHarness(1, options -> options.name("desk").header("token", SECRET));

    @Test
    void logsFramesOfBothDirections() {
        harness.subscribe(TICKS, "a");
        harness.settle();
        harness.server.peer().push("ticks", "a", 7);
        harness.settle();

        assertThat(logged.lines("] > SUB:ticks "))
                .singleElement()
                .asString()
                .matches("DEBUG \\[desk-\\d+ #1] > SUB:ticks 1 a \\(13 bytes\\)");
        assertThat(logged.lines("] < P ticks a 7 (11 bytes)")).hasSize(1);
    }

    @Test
    void redactsSecretsAndShortensLongFrames() {
        harness.subscribe(TICKS, "a");
        harness.settle();
        logged.clear();
        for (int at : new int[] {0, 960, 975, 990, 3_000}) {
            harness.server.peer().text("x".repeat(at) + SECRET + "\nforged" + "y".repeat(9_000));
        }
        harness.settle();

        assertThat(logged.lines())
                .hasSize(5)
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain(SECRET.substring(0, 8))
                        .doesNotContain("\n")
                        .hasSizeLessThan(1_100));
    }
}
