package hk.qos.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Java program stands in for Maven. */
class BaseBuildTest {
    private static final String WORKS = """
            import java.nio.file.*;
            class Build {
                public static void main(String[] arguments) throws Exception {
                    Files.writeString(Path.of("arguments.txt"), String.join(" ", arguments));
                    for (String directory : new String[] {"ws-runtime", "generated-client", "conformance-tests"}) {
                        Files.createDirectories(Path.of(directory, "target"));
                    }
                    Files.createFile(Path.of("ws-runtime/target/qos-ws-runtime-0.10.0.jar"));
                    Files.createFile(Path.of("ws-runtime/target/qos-ws-runtime-0.9.0.jar"));
                    Files.createFile(Path.of("ws-runtime/target/qos-ws-runtime-0.10.0-sources.jar"));
                    Files.createFile(Path.of("generated-client/target/qos-client-0.10.0.jar"));
                    Files.createFile(Path.of("conformance-tests/target/qos-conformance-tests-0.10.0.jar"));
                }
            }
            """;
    private static final String FAILS = """
            class Build {
                public static void main(String[] arguments) {
                    System.err.println("[ERROR] no such symbol");
                    System.exit(1);
                }
            }
            """;

    @TempDir
    private Path source;

    @BeforeEach
    void makeRooms() throws IOException {
        for (Artifact artifact : Artifact.values()) {
            Files.createFile(Files.createDirectories(source.resolve(artifact.directory()))
                    .resolve("pom.xml"));
        }
        declare("0.10.0");
    }

    @Test
    void onlyArtifactsArePackagedAndTheirJarsFound() throws IOException {
        BaseBuild build = build(WORKS);
        assertThat(build.build()).isEmpty();

        assertThat(source.resolve("arguments.txt"))
                .content()
                .contains("-Dmaven.test.skip=true", "-Dmaven.javadoc.skip=true", "-Dmaven.source.skip=true")
                .endsWith("-am -pl ws-runtime,generated-client,conformance-tests package");
        assertThat(Artifact.values())
                .allSatisfy(artifact -> assertThat(build.jar(artifact))
                        .hasValueSatisfying(jar -> assertThat(jar).hasFileName(artifact.id() + "-0.10.0.jar")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.9.0", "0.10.0", "0.2.0-rc1", "0.10.0-SNAPSHOT"})
    void jarOfTheDeclaredVersionIsUsedDespiteOthers(String version) throws IOException {
        BaseBuild build = build(WORKS);
        build.build();
        Path jar = source.resolve("ws-runtime/target/qos-ws-runtime-" + version + ".jar");
        declare(version);
        assertThat(build.jar(Artifact.RUNTIME).isPresent()).isEqualTo(Files.exists(jar));

        Files.write(jar, new byte[0]);
        assertThat(build.jar(Artifact.RUNTIME)).contains(jar);
        assertThat(Artifact.RUNTIME.jar(source, version)).contains(jar);
    }

    @Test
    void treeWithoutVersionIsNamed() throws IOException {
        Files.writeString(source.resolve("pom.xml"), "<project><parent><version>1</version></parent></project>");
        assertThatThrownBy(() -> build(WORKS).build()).hasMessageContaining("declares no version");

        Files.writeString(source.resolve("pom.xml"), "no XML");
        assertThatThrownBy(() -> build(WORKS).build()).hasMessageContaining("Cannot read");
    }

    @Test
    void commitIsBuiltOnce() throws IOException {
        build(WORKS).build();

        assertThat(build(FAILS).build()).isEmpty();
    }

    @Test
    void failedBuildReturnsItsErrors() throws IOException {
        assertThat(build(FAILS).build())
                .hasValueSatisfying(output -> assertThat(output).contains("[ERROR] no such symbol"));
        assertThat(build(WORKS).jar(Artifact.CLIENT)).isEmpty();
    }

    @Test
    void missingModulesAreNamed() throws IOException {
        Files.delete(source.resolve("ws-runtime/pom.xml"));

        assertThat(build(WORKS).lacking()).containsExactly("ws-runtime");
    }

    private void declare(String version) throws IOException {
        Files.writeString(
                source.resolve("pom.xml"),
                "<project><parent><version>1</version></parent><version>" + version + "</version></project>");
    }

    private BaseBuild build(String program) throws IOException {
        Path file = Files.writeString(source.resolve("Build.java"), program);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new BaseBuild(source, List.of(java, file.toString()));
    }
}
