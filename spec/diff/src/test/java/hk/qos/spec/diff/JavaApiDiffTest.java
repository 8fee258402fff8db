package hk.qos.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class JavaApiDiffTest {
    private static final String CALL = "package retrofit2.http; import java.lang.annotation.*;"
            + " @Retention(RetentionPolicy.RUNTIME) public @interface POST {}";

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/classes-of-java-change.csv", delimiter = '|', numLinesToSkip = 1)
    void eachKindOfChangeHasItsVerdict(String name, String before, String after, String verdict, String subject)
            throws IOException {
        List<Change> changes = JavaApiDiff.compare(Artifact.CLIENT, jar("before", before), jar("after", after));

        assertThat(changes).isNotEmpty();
        assertThat(changes.get(0).verdict().word()).as("%s", changes).isEqualTo(verdict);
        assertThat(changes.get(0).sentence()).contains(subject).endsWith("(qos-client)");
    }

    @Test
    void equalAndInternalClassesHaveNoChange() throws IOException {
        Path before = jar("before", "package hk.internal; public class A { public void gone() {} }");
        Path after = jar("after", "package hk.internal; public class A {}");

        assertThat(JavaApiDiff.compare(Artifact.CLIENT, before, after)).isEmpty();
        assertThat(JavaApiDiff.compare(Artifact.CLIENT, before, before)).isEmpty();
    }

    @Test
    void invisibleMembersAreIgnored() throws IOException {
        Path before = jar("before", "package hk; public class A {}");
        Path after = jar(
                "after",
                "package hk; public class A { private int b; int c; private void d() {} A(int e) {} public A() {} }");

        assertThat(JavaApiDiff.compare(Artifact.CLIENT, before, after)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "hk.qos.simulator, 1",
        "hk.qos.simulator.junit, 1",
        "hk.qos.simulator.market, 1",
        "hk.qos.simulator.server, 0",
        "hk.qos.simulator.spec, 0",
        "hk.qos.demo, 0",
    })
    void onlyPublicPackagesOfTheSimulatorAreCompared(String packageName, int changes) throws IOException {
        Path before = jar("before", "package " + packageName + "; public class A { public void gone() {} }");
        Path after = jar("after", "package " + packageName + "; public class A {}");

        assertThat(JavaApiDiff.compare(Artifact.CONFORMANCE, before, after)).hasSize(changes);
    }

    private Path jar(String name, String source) throws IOException {
        Path directory = Files.createDirectories(folder.resolve(name));
        List<String> options =
                new ArrayList<>(List.of("-d", directory.resolve("classes").toString()));
        int file = 0;
        for (String text : List.of(source, CALL)) {
            Path folder = Files.createDirectories(directory.resolve("source" + file++));
            Path path = folder.resolve(text.contains("@interface POST") ? "POST.java" : "A.java");
            options.add(Files.writeString(path, text).toString());
        }
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
        assertThat(status).as("compiles: " + source).isZero();
        return pack(directory.resolve("classes"), directory.resolve("a.jar"));
    }

    private static Path pack(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }
}
