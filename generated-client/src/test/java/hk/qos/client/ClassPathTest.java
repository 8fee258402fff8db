package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages for incompatible class paths. */
final class ClassPathTest {
    private static final Path OLD = Path.of("target", "unfit-libraries");

    @Test
    void classPathOfThisBuildIsAccepted() {
        ClassPath.require();
    }

    @Test
    void oldKotlinIsNamedWithTheFix() throws Exception {
        assertThat(refusal(jar -> !jar.contains("kotlin-stdlib"), OLD.resolve("kotlin-stdlib.jar")))
                .isEqualTo("kotlin-stdlib 1.6.21 on the class path is too old for the OkHttp that is there; "
                        + "set kotlin-stdlib to 1.8.22 or newer (with Spring Boot: the property kotlin.version)");
    }

    @Test
    void oldOkHttpIsNamedWithTheFix() throws Exception {
        assertThat(refusal(jar -> !jar.contains("okhttp-jvm"), OLD.resolve("okhttp.jar")))
                .startsWith("OkHttp 4.12.0 on the class path is too old for this client; ")
                .contains("com.squareup.okhttp3:okhttp-jvm", "exclude");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kotlin-stdlib", "moshi", "okio", "retrofit", "converter-moshi", "slf4j-api"})
    void missingLibraryIsNamed(String library) throws Exception {
        assertThat(refusal(jar -> !jar.matches(".*/" + library + "(-jvm)?-[0-9].*\\.jar")))
                .startsWith("not on the class path: ")
                .contains(library, "hk.qos:qos-client");
    }

    @Test
    void missingMemberNamesWhatWasFound() {
        assertThatIllegalStateException()
                .isThrownBy(() -> {
                    throw ClassPath.unfit(new NoSuchMethodError("okio.Buffer.thing()"));
                })
                .withMessageContainingAll("okio.Buffer.thing()", "okio from okio-jvm-", "moshi from moshi-")
                .withCauseInstanceOf(NoSuchMethodError.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1.8.21, true",
        "1.8.22, false",
        "1.9.0, false",
        "2.0.0-RC1, false",
        "0.99.99, true",
        "1.8, false",
        ", false"
    })
    void versionsAreComparedByTheirNumbers(String version, boolean older) {
        assertThat(ClassPath.isOlder(version, 1, 8, 22)).isEqualTo(older);
    }

    /** The message of a client on this class path, without some of its jars and with others. */
    private static String refusal(Predicate<String> kept, Path... added) throws Exception {
        List<URL> path = new ArrayList<>();
        for (Path jar : added) {
            assertThat(jar).exists();
            path.add(url(jar));
        }
        Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .filter(kept)
                .forEach(entry -> path.add(url(Path.of(entry))));
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        try (URLClassLoader loader = new URLClassLoader(path.toArray(URL[]::new), platform)) {
            // By a handle, which links what a compiled call links; reflection would resolve the types of all methods.
            MethodHandle builder = MethodHandles.publicLookup()
                    .findStatic(
                            loader.loadClass(QosClient.class.getName()),
                            "builder",
                            MethodType.methodType(loader.loadClass(QosClientBuilder.class.getName())));
            return Objects.requireNonNull(catchThrowableOfType(IllegalStateException.class, () -> builder.invoke())
                    .getMessage());
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
