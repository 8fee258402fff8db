package hk.qos.client.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    private static @Nullable Object read(String json) throws IOException {
        return new Moshi.Builder()
                .build()
                .adapter(Object.class)
                .fromJson(JsonText.reader(new Buffer().writeUtf8(json)));
    }

    @Test
    void byteOrderMarkIsSkipped() throws IOException {
        assertThat(read("\ufeff{\"a\":\"b\"}")).isEqualTo(Map.of("a", "b"));
    }

    @Test
    void unquotedNanAndInfinityAreEmptyText() throws IOException {
        assertThat(read("{\"a\":NaN,\"b\": -Infinity ,\"c\":[Infinity,NaN]}"))
                .isEqualTo(Map.of("a", "", "b", "", "c", List.of("", "")));
    }

    @Test
    void nanInsideTextIsUnchanged() throws IOException {
        assertThat(read("{\"NaN\":\":NaN,\",\"x\":\"\\\",NaN,\",\"y\":\"[NaN]\\\\\"}"))
                .isEqualTo(Map.of("NaN", ":NaN,", "x", "\",NaN,", "y", "[NaN]\\"));
    }

    @Test
    void nanAcrossBufferSegmentsIsFound() throws IOException {
        for (int i = 8180; i < 8200; i++) {
            String padding = "x".repeat(i);
            assertThat(read("[\"" + padding + "\",-Infinity,NaN]")).isEqualTo(List.of(padding, "", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{NaN:1}", "{\"a\":1,NaN:2}", "[NaNa]", "[1 NaN]", "NaN", "[nan]", "[-NaN]", "[NaN", "\ufeff"})
    void otherTextIsUnchanged(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOfAny(JsonEncodingException.class, java.io.EOFException.class);
    }
}
