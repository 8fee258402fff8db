package hk.qos.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsTest {
    @ParameterizedTest
    @CsvSource({
        "v0.1.3, BREAKING, 0.2.0",
        "v0.1.3, ADDITIVE, 0.1.4",
        "v0.1.3, COSMETIC, 0.1.4",
        "v0.1.3, NONE, 0.1.3",
        "1.2.3, BREAKING, 2.0.0",
        "1.2.3, ADDITIVE, 1.3.0",
        "1.2.3-SNAPSHOT, COSMETIC, 1.2.4",
    })
    void worstChangeDecidesTheVersionNumber(String released, Verdict verdict, String next) {
        assertThat(Versions.next(Versions.parse(released), verdict)).hasToString(next);
    }

    @Test
    void versionsAreOrderedNumerically() {
        assertThat(Versions.parse("0.10.0")).isGreaterThan(Versions.parse("0.9.12"));
    }

    @Test
    void invalidVersionIsRefused() {
        assertThatThrownBy(() -> Versions.parse("latest"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("latest");
    }
}
