package hk.qos.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class PresetTest {
    private static String of(String type, String format, Object value) {
        JavaType java = Objects.requireNonNull(FormatTable.load().scalar(type, format));
        return Preset.of("here", java, value);
    }

    @Test
    void textIsWrittenAsEscapedLiteral() {
        assertThat(of("string", "none", "a \"b\" \\ c\n")).isEqualTo("\"a \\\"b\\\" \\\\ c\\n\"");
    }

    @Test
    void numberHasTheTypeOfItsComponent() {
        assertThat(of("integer", "int32", 5)).isEqualTo("5");
        assertThat(of("integer", "int64", 5)).isEqualTo("5L");
        assertThat(of("string", "decimal", "1.50")).isEqualTo("new BigDecimal(\"1.50\")");
        assertThat(of("boolean", "none", true)).isEqualTo("true");
    }

    @Test
    void unsupportedValueIsRefused() {
        assertThatThrownBy(() -> of("string", "date-time", "2026-01-02T00:00:00Z"))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("no default for Instant");
        assertThatThrownBy(() -> of("integer", "int32", "5000000000"))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("is not of type Integer");
        assertThatThrownBy(() -> Preset.of("here", new JavaType.Codes(false), "US:AAPL"))
                .isInstanceOf(DocumentException.class);
    }
}
