package hk.qos.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.client.Operation;
import hk.qos.client.PlanLimits;
import hk.qos.client.QosClient;
import hk.qos.client.internal.stream.StreamOperations;
import hk.qos.simulator.QosSimulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

class DemoTest {
    private static final long READING =
            Arrays.stream(Operation.values()).filter(Operation::isReadOnly).count();
    private static final String WRITING = Arrays.stream(Operation.values())
            .filter(operation -> !operation.isReadOnly())
            .map(Operation::methodName)
            .collect(Collectors.joining(", "));

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void liveServiceShowsAllButRegistration() {
        try (QosSimulator service = QosSimulator.builder()
                .key("demo-key-7f3a")
                .spacing(Duration.ZERO)
                .pushRate(20)
                .start()) {
            assertThat(run(service, "demo-key-7f3a")).as(this::text).isZero();
        }
        assertThat(text().lines())
                .last()
                .asString()
                .matches("demo: " + READING + " endpoints \\(" + WRITING + " not called\\), "
                        + StreamOperations.all().size()
                        + " commands, \\d+ pushes, 1 reconnect, 0 subscriptions lost");
        assertThat(text()).doesNotContain("demo-key-7f3a").doesNotContain("\u001b");
        for (String channel : List.of("snapshots", "trades", "depths", "kLines")) {
            assertThat(text().lines().dropWhile(line -> !line.startsWith("What may be missing")))
                    .filteredOn(line -> line.matches(" +" + channel + ".* 3 .*"))
                    .as("gaps of " + channel)
                    .hasSize(1);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void missingOperationFailsByName() {
        try (QosSimulator service = QosSimulator.builder().key("another").start()) {
            assertThat(run(service, "wrong-key")).isOne();
        }
        assertThat(text())
                .contains("missing: snapshots (4.3): ", "missing: requestDepths (5.8): ")
                .doesNotContain("wrong-key");
        assertThat(text().lines())
                .last()
                .asString()
                .startsWith("demo: 0 endpoints (" + WRITING + " not called), 0 commands,");
    }

    @Test
    void addressWithoutKeyFails() {
        assertThat(Demo.run(Map.of("QOS_HTTP_URL", "https://quotes.example"), out(), TerminalColours.NONE))
                .isOne();
        assertThat(text()).contains("missing: everything: the API key is missing: set apiKey(…) (is QOS_API_KEY set?)");
    }

    @Test
    void emptyVariableCountsAsUnset() {
        try (Target target = Target.of(Map.of("QOS_API_KEY", "", "QOS_HTTP_URL", "", "QOS_WS_URL", ""))) {
            assertThat(target.isLive()).isFalse();
        }
    }

    private int run(QosSimulator service, String key) {
        Map<String, String> environment = Map.of(
                "QOS_API_KEY", key,
                "QOS_HTTP_URL", service.httpUri().toString(),
                "QOS_WS_URL", service.wsUri().toString());
        return Demo.run(
                () -> Target.live(QosClient.builder()
                        .environment(environment)
                        .planLimits(PlanLimits.defaults().withSpacing(Duration.ofMillis(10)))
                        .build()),
                out(),
                TerminalColours.NONE);
    }

    private PrintStream out() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
