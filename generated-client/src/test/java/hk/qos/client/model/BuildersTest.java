package hk.qos.client.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.api.CodesRequest;
import hk.qos.client.api.TradesRequest;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuildersTest {
    /** The records without a factory method. */
    static List<Class<?>> records() throws Exception {
        Path classes = Path.of(Snapshot.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.list(classes.resolve("hk/qos/client/model"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.contains("-"))
                    .<Class<?>>map(file -> load(file.replace(".class", "")))
                    .filter(type -> type.isRecord() && !hasMethod(type, "of"))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(BuildersTest.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }

    private static boolean hasMethod(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getName().equals(name));
    }

    @ParameterizedTest
    @MethodSource("records")
    void builderSetsEachComponent(Class<?> record) throws Exception {
        Object builder = record.getMethod("builder").invoke(null);
        Set<String> setters = Arrays.stream(builder.getClass().getDeclaredMethods())
                .filter(method -> !method.isAnnotationPresent(Deprecated.class))
                .map(Method::getName)
                .filter(name -> !name.equals("build"))
                .collect(Collectors.toSet());

        assertThat(setters)
                .isEqualTo(Arrays.stream(record.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet()));
        assertThat(builder.getClass().getMethod("build").getReturnType()).isEqualTo(record);
    }

    @Test
    void unsetComponentIsAbsent() {
        Snapshot snapshot = Snapshot.builder()
                .code("HK:700")
                .lastPrice(new BigDecimal("512.50"))
                .build();
        assertThat(snapshot.lastPrice()).isEqualTo(new BigDecimal("512.50"));
        assertThat(snapshot.previousClose()).isNull();
        Level best = Level.builder().price(BigDecimal.TEN).build();
        Depth depth = Depth.builder().code("HK:700").bids(best).build();
        assertThat(depth.bids()).containsExactly(best);
        assertThat(depth.asks()).isEmpty();
    }

    @Test
    void unsetRequiredComponentIsNamed() {
        assertThatThrownBy(() -> Snapshot.builder().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("code is missing");
        assertThatThrownBy(() -> CodesRequest.builder().build()).hasMessage("codes is missing");
    }

    @Test
    void componentWithADefaultNeedNotBeSet() {
        assertThat(TradesRequest.builder().codes("HK:700").build().count()).isOne();
    }

    @Test
    @SuppressWarnings("NullAway") // what callers do who are not checked
    void nullForAnOptionalComponentIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> KLine.builder().open(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("open is missing: leave the call out if there is no value");
    }

    @Test
    void requestValuesAreValidated() {
        assertThat(CodesRequest.builder()
                        .codes("HK:00700", "US:AAPL,TSLA")
                        .build()
                        .codes())
                .containsExactly("HK:700", "US:AAPL", "US:TSLA");
        assertThatThrownBy(
                        () -> TradesRequest.builder().codes("HK:700").count(51).build())
                .hasMessage("count must be 1 to 50: 51");
    }
}
