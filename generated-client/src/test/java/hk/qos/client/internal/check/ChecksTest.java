package hk.qos.client.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChecksTest {

    @Test
    void givesBackWhatItAccepts() {
        assertThat(Checks.range("count", 50, 1, 50)).isEqualTo(50);
        assertThat(Checks.length("email", "a@b", 3, 10)).isEqualTo("a@b");
        assertThat(Checks.items("codes", List.of("a"), 1, 1)).containsExactly("a");
        assertThat(Checks.matches("code", "US:A", Pattern.compile("US:.*"))).isEqualTo("US:A");
        assertThat(Checks.range("price", BigDecimal.ONE, null, BigDecimal.TEN)).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void namesTheArgumentAndTheValueThatItRefuses() {
        refuses(() -> Checks.range("count", 51, 1, 50), "count must be 1 to 50: 51");
        refuses(() -> Checks.range("count", 0, 1, Integer.MAX_VALUE), "count must be at least 1: 0");
        refuses(() -> Checks.range("price", BigDecimal.TEN, null, BigDecimal.ONE), "price must be at most 1: 10");
        refuses(() -> Checks.range("price", BigDecimal.ONE, BigDecimal.TEN, null), "price must be at least 10: 1");
        refuses(() -> Checks.length("email", " ", 1, 10), "email must not be blank: \" \"");
        refuses(() -> Checks.length("email", "ab", 3, 10), "email must have 3 to 10 characters, and has 2: \"ab\"");
        refuses(() -> Checks.required("email", null), "email is missing");
        refuses(() -> Checks.items("codes", List.of(), 1, 5), "codes must not be empty: []");
        refuses(() -> Checks.items("codes", List.of("a", "b"), 1, 1), "codes must have 1 to 1 items, and has 2");
        refuses(() -> Checks.items("codes", Arrays.asList("a", null), 1, 5), "an item of codes is missing");
        refuses(() -> Checks.optionalItems("codes", List.of("a"), 2, 5), "codes must have 2 to 5 items, and has 1");
        refuses(() -> Checks.optionalItems("codes", null, 2, 5), "codes is missing");
        refuses(() -> Checks.entries("rates", null), "rates is missing");
        refuses(() -> Checks.entries("rates", Collections.singletonMap(null, 1)), "a key of rates is missing");
        refuses(() -> Checks.entries("rates", Collections.singletonMap("a", null)), "a value of rates is missing");
        refuses(
                () -> Checks.known("units", List.of(TimeUnit.DAYS, TimeUnit.HOURS), TimeUnit.HOURS),
                "an item of units must be a known value: HOURS");
        refuses(
                () -> Checks.matches("code", "x\ny", Pattern.compile("US:.*")),
                "code must have the form US:.*: \"x?y\"");
    }

    @Test
    void anOptionalListMayBeAbsentWhateverItsLeastSize() {
        assertThat(Checks.optionalItems("codes", List.of(), 2, 5)).isEmpty();
        assertThat(Checks.optionalItems("codes", List.of("a", "b"), 2, 5)).containsExactly("a", "b");
    }

    @Test
    void quotesNoMoreThanHelps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.length("email", "x".repeat(1_000), 1, 10))
                .matches(e -> String.valueOf(e.getMessage()).length() < 150);
    }

    private static void refuses(Runnable check, String message) {
        assertThatIllegalArgumentException().isThrownBy(check::run).withMessage(message);
    }
}
