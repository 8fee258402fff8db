package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamOptions;
import hk.qos.stream.fixtures.PublicApi;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The exports of the module, compared with the list beside it. */
final class PublicApiTest {
    private final PublicApi api = PublicApi.ofModuleOf(QosClient.class);
    private final PublicApi stream = PublicApi.ofModuleOf(StreamOptions.class);

    @Test
    void publicApiEqualsCommittedList() {
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
    void httpUserNeedsNoTypeOfTheStream() {
        assertThat(Stream.concat(api.types().stream(), stream.types().stream())
                        .filter(type -> !type.getPackageName().startsWith("hk.qos.stream"))
                        .filter(type -> type != QosStream.class)
                        .flatMap(type -> Stream.of(type.getMethods(), type.getConstructors(), type.getFields())
                                .flatMap(Stream::of)
                                .map(Member.class::cast)
                                .filter(member -> member.getDeclaringClass() == type))
                        .filter(member -> signature(member).contains("hk.qos.stream."))
                        .map(member -> member.getDeclaringClass().getSimpleName() + "." + member.getName())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "QosClientBuilder.stream", "QosClientBuilder.streamMetrics", "TradingHours.openFor");
        assertThat(stream.types())
                .extracting(Class::getSimpleName)
                .contains("StreamOptions")
                .doesNotContain("StreamTls");
    }

    private static String signature(Member member) {
        return member instanceof Executable executable
                ? executable.toGenericString()
                : ((Field) member).toGenericString();
    }

    @Test
    void exportedSignaturesNameFewLibraries() {
        assertThat(api.namedTypes().stream()
                        .filter(type -> !type.isPrimitive())
                        .map(Class::getPackageName)
                        .filter(name -> !name.startsWith("java.")
                                && !name.startsWith("javax.net.")
                                && !name.startsWith("hk.qos."))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "okhttp3", "retrofit2", "com.squareup.moshi", "io.micrometer.core.instrument");
    }
}
