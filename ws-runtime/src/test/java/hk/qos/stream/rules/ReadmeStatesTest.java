package hk.qos.stream.rules;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.SubscriptionState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README mentions every event and state. */
class ReadmeStatesTest {
    private final String page = read("README.md");

    static Stream<String> events() {
        return Arrays.stream(StreamEvent.class.getPermittedSubclasses())
                .flatMap(branch -> Arrays.stream(branch.getPermittedSubclasses()))
                .map(Class::getSimpleName);
    }

    @ParameterizedTest
    @MethodSource("events")
    void eventTableHasEveryEvent(String event) {
        assertThat(page.lines().filter(line -> line.startsWith("| `")))
                .anyMatch(row -> row.substring(0, row.indexOf(" | ")).contains("`" + event + "`"));
    }

    @Test
    void textAndPictureHaveEveryState() {
        assertThat(Arrays.stream(SubscriptionState.values()).map(Enum::name))
                .allSatisfy(state -> assertThat(page).contains("`" + state + "`"));
        assertThat(Arrays.stream(StreamState.values()).map(Enum::name))
                .allSatisfy(state -> assertThat(page).contains(state))
                .allSatisfy(state -> assertThat(read("doc/states.svg")).contains(">" + state + "<"));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
