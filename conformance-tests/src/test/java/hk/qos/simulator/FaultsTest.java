package hk.qos.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hk.qos.simulator.fault.FaultSchedule;
import hk.qos.simulator.fault.Faults;
import hk.qos.simulator.fault.HttpFault;
import hk.qos.simulator.spec.Api;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A fault that can never happen is refused. */
class FaultsTest {
    private final FaultSchedule agenda = new FaultSchedule(Api.standard().codes());
    private final Faults faults = new Faults(List::of, Api.standard(), agenda);

    @Test
    void acceptsEachSpellingOfACode() {
        faults.refuse("HK:00700", "No.");
        faults.closeOn("HK:09988", 1011);
        faults.refuse("SZ:000001", "Neither.");

        assertThat(agenda.refusal(Set.of("US:AAPL", "HK:700"))).hasValue("No.");
        assertThat(agenda.takeFrame("S", Set.of("HK:9988")))
                .hasValueSatisfying(fault -> assertThat(fault.closeCode()).isEqualTo(1011));
        assertThat(agenda.refusal(Set.of("SZ:000001"))).hasValue("Neither.");
        assertThat(agenda.refusal(Set.of("SZ:1"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "700", "HK:", ":700", "US:AAPL,TSLA", "US:A APL", "MOON:1", "SI:XAU", "us:AAPL"})
    void refusesAnInvalidCodeByName(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.refuse(code, "No."))
                .withMessageContaining("\"" + code + "\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.closeOn(code, 1011))
                .withMessageContaining("\"" + code + "\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.mute(code))
                .withMessageContaining("\"" + code + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "snapshot", "/snapshots", "/ws/"})
    void refusesAnUnknownPathByName(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.http(path, HttpFault.reset(), 1))
                .withMessageStartingWith("No interface has the path \"" + path + "\"")
                .withMessageContaining("/snapshot, /trade, /ws");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.withhold(path))
                .withMessageContaining("/snapshot, /trade");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1004, 1005, 1006, 1015, 2000})
    void refusesAnInvalidCloseCodeByName(int code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.closeOn("US:AAPL", code))
                .withMessageStartingWith("closeCode is " + code);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.closeOnFrames("S", code, 1))
                .withMessageStartingWith("closeCode is " + code);
    }

    @Test
    void refusesAnUnknownFieldByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.replaceField("US:AAPL", "lastPrice", "1"))
                .withMessageContaining("\"lastPrice\"")
                .withMessageContaining("lp, ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.replaceField("US:AAPL", "lp", "-"))
                .withMessageContaining("\"-\" is not JSON");
    }

    static Stream<Consumer<Faults>> ofNoCommand() {
        return Stream.of(
                f -> f.loseAnswers("SR"),
                f -> f.loseAnswers("SR", 1),
                f -> f.delayAnswers("SR", Duration.ofMillis(1), 1),
                f -> f.repeatAnswers("SR", 1),
                f -> f.relabelAnswers("SR", "RS", 1),
                f -> f.relabelAnswers("RS", "SR", 1),
                f -> f.padAnswers("SR", 1, 1),
                f -> f.ignoreFrames("SR", 1),
                f -> f.closeOnFrames("SR", 1012, 1),
                f -> f.refuseFrames("SR", "No.", 1));
    }

    @ParameterizedTest
    @MethodSource("ofNoCommand")
    void refusesAnUnknownTypeByName(Consumer<Faults> mistyped) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mistyped.accept(faults))
                .withMessageContaining("\"SR\"")
                .withMessageContaining("RS, RT");
        assertThat(agenda.takeAnswer("SR").copies()).isOne();
    }
}
