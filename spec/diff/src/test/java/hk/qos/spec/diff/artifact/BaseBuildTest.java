package hk.qos.spec.diff.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Java program stands in for Maven. */
class BaseBuildTest {
    private static final String WORKS = """
            import java.nio.file.*;
            class Build {
                public static void main(String[] words) throws Exception {
                    Files.writeString(Path.of("words.txt"), String.join(" ", words));
                    Files.createDirectories(Path.of("ws-runtime/target"));
                    Files.createDirectories(Path.of("generated-client/target"));
                    Files.createFile(Path.of("ws-runtime/target/qos-ws-runtime-0.1.0.jar"));
                    Files.createFile(Path.of("generated-client/target/qos-client-0.1.0-SNAPSHOT.jar"));
                    Files.createFile(Path.of("generated-client/target/qos-client-0.1.0-SNAPSHOT-sources.jar"));
                }
            }
            """;
    private static final String FAILS = """
            class Build {
                public static void main(String[] words) {
                    System.err.println("[ERROR] no such symbol");
                    System.exit(1);
                }
            }
            """;

    @TempDir
    private Path source;

    @BeforeEach
    void makeRooms() throws IOException {
        for (String room : BaseBuild.ROOMS.values()) {
            Files.createFile(Files.createDirectories(source.resolve(room)).resolve("pom.xml"));
        }
    }

    @Test
    void packagesOnlyTheArtifactsAndFindsTheirJars() throws IOException {
        assertThat(build(WORKS).build()).isEmpty();

        assertThat(source.resolve("words.txt"))
                .content()
                .contains("-DskipTests")
                .endsWith("package");
        assertThat(BaseBuild.jar(source, "qos-client"))
                .hasValueSatisfying(jar -> assertThat(jar).hasFileName("qos-client-0.1.0-SNAPSHOT.jar"));
        assertThat(BaseBuild.jar(source, "qos-ws-runtime")).isPresent();
    }

    @Test
    void buildsACommitOnlyOnce() throws IOException {
        build(WORKS).build();

        assertThat(build(FAILS).build()).isEmpty();
    }

    @Test
    void tellsWhyTheBaseDoesNotBuild() throws IOException {
        assertThat(build(FAILS).build())
                .hasValueSatisfying(output -> assertThat(output).contains("[ERROR] no such symbol"));
        assertThat(BaseBuild.jar(source, "qos-client")).isEmpty();
    }

    @Test
    void knowsACommitWithoutTheArtifacts() throws IOException {
        Files.delete(source.resolve("ws-runtime/pom.xml"));

        assertThat(build(WORKS).hasArtifacts()).isFalse();
    }

    private BaseBuild build(String program) throws IOException {
        Path file = Files.writeString(source.resolve("Build.java"), program);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new BaseBuild(source, List.of(java, file.toString()));
    }
}
