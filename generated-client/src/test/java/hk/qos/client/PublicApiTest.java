package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamOptions;
import hk.qos.stream.fixtures.PublicApi;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the module exports, held by a list that is kept beside it. */
final class PublicApiTest {
    private final PublicApi api = PublicApi.ofModuleOf(QosClient.class);
    private final PublicApi stream = PublicApi.ofModuleOf(StreamOptions.class);

    @Test
    void publicApiIsTheKeptList() {
        api.compareWith(Path.of("public-api.txt"));
    }

    @Test
    void exportsClientModelAndRetrofitInterfaceOnly() {
        assertThat(api.exports()).containsExactly("hk.qos.client", "hk.qos.client.api", "hk.qos.client.model");
    }

    @Test
    void exportedSignaturesNameExportedTypesOnly() {
        assertThat(api.namedTypes())
                .filteredOn(type -> type.getName().startsWith("hk.qos."))
                .isNotEmpty()
                .allMatch(
                        type -> api.contains(type) || stream.contains(type),
                        "is in an exported package and accessible");
    }

    @Test
    void exportedSignaturesNameFewLibraries() {
        assertThat(api.namedTypes().stream()
                        .filter(type -> !type.isPrimitive())
                        .map(Class::getPackageName)
                        .filter(name -> !name.startsWith("java.") && !name.startsWith("hk.qos."))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "okhttp3", "retrofit2", "com.squareup.moshi", "io.micrometer.core.instrument");
    }
}
