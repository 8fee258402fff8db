package hk.qos.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.simulator.settings.Plan;
import hk.qos.stream.fixtures.NullCalls;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Every setter refuses null by name. */
class NullArgumentsTest {

    @Test
    void everySettingRefusesNullByName() {
        NullCalls calls = new NullCalls()
                .usual(int.class, 1)
                .usual(double.class, 1.0)
                .usual(Duration.class, Duration.ofSeconds(1))
                .of(Plan.class)
                .on(QosSimulator.builder(), Plan.UNLIMITED);

        assertThat(calls.complaints()).isEmpty();
        assertThat(calls.calls()).isGreaterThan(10);
    }
}
