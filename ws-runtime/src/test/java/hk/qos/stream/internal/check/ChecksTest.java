package hk.qos.stream.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChecksTest {

    @Test
    void acceptedValueIsReturned() {
        assertThat(Checks.range("count", 50, 1, 50)).isEqualTo(50);
        assertThat(Checks.length("email", "a@b", 3, 10)).isEqualTo("a@b");
        assertThat(Checks.items("keys", List.of("a"), 1, 1)).containsExactly("a");
        assertThat(Checks.matches("key", "XY:A", Pattern.compile("XY:.*"))).isEqualTo("XY:A");
        assertThat(Checks.range("price", BigDecimal.ONE, null, BigDecimal.TEN)).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void invalidArgumentIsNamedWithItsValue() {
        refuses(() -> Checks.range("count", 51, 1, 50), "count must be 1 to 50: 51");
        refuses(() -> Checks.range("count", 0, 1, Integer.MAX_VALUE), "count must be at least 1: 0");
        refuses(() -> Checks.range("price", BigDecimal.TEN, null, BigDecimal.ONE), "price must be at most 1: 10");
        refuses(() -> Checks.range("price", BigDecimal.ONE, BigDecimal.TEN, null), "price must be at least 10: 1");
        refuses(() -> Checks.length("email", " ", 1, 10), "email must not be blank: \" \"");
        refuses(() -> Checks.length("email", "ab", 3, 10), "email must have 3 to 10 characters, and has 2: \"ab\"");
        refuses(() -> Checks.notBlank("name", ""), "name must not be blank: \"\"");
        refuses(() -> Checks.positive("pause", Duration.ZERO), "pause must be positive: PT0S");
        refuses(() -> Checks.notNegative("pause", Duration.ofSeconds(-1)), "pause must be PT0S to PT876600H: PT-1S");
        refuses(() -> Checks.required("email", null), "email is missing");
        refuses(() -> Checks.items("keys", List.of(), 1, 5), "keys must not be empty: []");
        refuses(() -> Checks.items("keys", List.of("a", "b"), 1, 1), "keys must have 1 to 1 items, and has 2");
        refuses(() -> Checks.items("keys", Arrays.asList("a", null), 1, 5), "an item of keys is missing");
        refuses(() -> Checks.optionalItems("keys", List.of("a"), 2, 5), "keys must have 2 to 5 items, and has 1");
        refuses(() -> Checks.optionalItems("keys", null, 2, 5), "keys is missing");
        refuses(() -> Checks.entries("rates", null), "rates is missing");
        refuses(() -> Checks.entries("rates", Collections.singletonMap(null, 1)), "a key of rates is missing");
        refuses(() -> Checks.entries("rates", Collections.singletonMap("a", null)), "a value of rates is missing");
        refuses(
                () -> Checks.known("units", List.of(TimeUnit.DAYS, TimeUnit.HOURS), TimeUnit.HOURS),
                "an item of units must be a known value: HOURS");
        refuses(() -> Checks.matches("key", "x\ny", Pattern.compile("XY:.*")), "key must have the form XY:.*: \"x?y\"");
    }

    @Test
    void optionalListMayBeAbsentDespiteMinimumSize() {
        assertThat(Checks.optionalItems("keys", List.of(), 2, 5)).isEmpty();
        assertThat(Checks.optionalItems("keys", List.of("a", "b"), 2, 5)).containsExactly("a", "b");
    }

    @Test
    void quotedValueIsShortened() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.length("email", "x".repeat(1_000), 1, 10))
                .matches(e -> String.valueOf(e.getMessage()).length() < 150);
    }

    private static void refuses(Runnable check, String message) {
        assertThatIllegalArgumentException().isThrownBy(check::run).withMessage(message);
    }
}
