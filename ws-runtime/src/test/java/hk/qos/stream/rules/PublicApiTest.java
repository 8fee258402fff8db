package hk.qos.stream.rules;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamOptions;
import hk.qos.stream.fixtures.PublicApi;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The exports of the module, compared with the list beside it. */
final class PublicApiTest {
    private final PublicApi api = PublicApi.ofModuleOf(StreamOptions.class);

    @Test
    void publicApiEqualsCommittedList() {
        api.compareWith(Path.of("public-api.txt"));
    }

    @Test
    void exportsErrorsStreamAndMetricsOnly() {
        assertThat(api.exports()).containsExactly("hk.qos.error", "hk.qos.stream", "hk.qos.stream.metrics");
    }

    @Test
    void exportedSignaturesNameExportedTypesOnly() {
        assertThat(api.namedTypes())
                .filteredOn(type -> isOurs(type.getName()))
                .isNotEmpty()
                .allMatch(api::contains, "is in an exported package and accessible");
    }

    @Test
    void exportedSignaturesNameFewLibraries() {
        assertThat(api.namedTypes().stream()
                        .filter(type -> !type.isPrimitive())
                        .map(Class::getPackageName)
                        .filter(name -> !name.startsWith("java.") && !isOurs(name))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("io.netty.channel", "io.micrometer.core.instrument");
    }

    private static boolean isOurs(String name) {
        return name.startsWith("hk.qos.stream") || name.startsWith("hk.qos.error");
    }
}
