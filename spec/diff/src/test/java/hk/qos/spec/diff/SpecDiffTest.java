package hk.qos.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs in a repository of their own. */
class SpecDiffTest {
    @TempDir
    private Path folder;

    private Path repository;

    @BeforeEach
    void makeRepository() throws IOException {
        repository = Files.createDirectories(folder.resolve("repository"));
        git("init", "-q");
        Files.writeString(repository.resolve("README.md"), "Books.\n");
        commit("Nothing but words");
    }

    @Test
    void saysThatThereIsNoReleaseYet() {
        assertThat(run("version=0.1.0-SNAPSHOT")).isEqualTo("spec-diff: no release yet, nothing compared\n");
    }

    @Test
    void saysThatAShallowCloneMayLackReleases() throws IOException {
        commit("One more");
        Path clone = folder.resolve("clone");
        git("clone", "-q", "--depth", "1", repository.toUri().toString(), clone.toString());
        repository = clone;

        assertThat(run("version=0.1.0-SNAPSHOT")).contains("no release tag in this shallow clone", "--unshallow");
        assertThatThrownBy(() -> run("version=0.1.0-SNAPSHOT", "base=v0.1.0"))
                .hasMessageContaining("this clone has no commit `v0.1.0`, it is shallow");
    }

    @Test
    void namesTheCommitThatIsNotThere() {
        assertThatThrownBy(() -> run("version=0.1.0-SNAPSHOT", "base=nowhere"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this clone has no commit `nowhere`");
    }

    @Test
    void saysThatTheBaseHasNothingToCompare() throws IOException {
        documents();

        assertThat(run("version=0.1.0-SNAPSHOT", "base=HEAD"))
                .contains("Not compared: the base has no spec/openapi.yaml and spec/asyncapi.yaml")
                .contains("Not compared: the base has no ws-runtime and generated-client");
    }

    @Test
    void comparesWithTheLastReleaseAndProposesAVersion() throws IOException {
        release("v0.1.0");
        edit("schemas/loan.yaml", "    ts: {", "    due: {type: string}\n    ts: {");

        assertThat(run("version=0.1.1-SNAPSHOT", "gate=true"))
                .contains("# Changes since v0.1.0 (")
                .contains("| additive | 1 ")
                .contains("Proposed version: 0.1.1 after 0.1.0 (0.x: breaking raises the second number")
                .contains("- `Loan.due` is a new optional field in answers (HTTP loans, stream pushLoan)");
        assertThat(repository.resolve("CHANGELOG.md")).doesNotExist();
    }

    @Test
    void gateRefusesAVersionThatIsTooLow() throws IOException {
        release("v0.1.0");
        edit("schemas/loan.yaml", "format: unix-time", "format: int64");

        assertThatThrownBy(() -> run("version=0.1.1-SNAPSHOT", "gate=true"))
                .hasMessage("version 0.1.1 is too low for these changes, they ask for 0.2.0");
        assertThat(run("version=0.1.1-SNAPSHOT")).contains("too low: make it 0.2.0-SNAPSHOT");
        assertThat(run("version=0.2.0-SNAPSHOT", "gate=true")).doesNotContain("too low");
    }

    @Test
    void writesTheEntryWhenToldTo() throws IOException {
        release("v0.1.0");
        Files.writeString(repository.resolve("CHANGELOG.md"), "# Changelog\n\n## Unreleased\n\n- By hand.\n");
        edit("schemas/book.yaml", "    pages: {type: integer, format: int32, minimum: 1, x-java-name: pages}\n", "");

        run("version=0.2.0-SNAPSHOT", "write=true");
        run("version=0.2.0-SNAPSHOT", "write=true");

        assertThat(repository.resolve("CHANGELOG.md"))
                .content()
                .containsOnlyOnce("- `Book.pages` field is gone (HTTP books)")
                .contains("- By hand.");
    }

    @Test
    void comparesWithAnyCommitAndAcceptsAllBeforeTheFirstRelease() throws IOException {
        documents();
        commit("Documents");
        edit("schemas/loan.yaml", "format: unix-time", "format: int64");

        assertThat(run("version=0.1.0-SNAPSHOT", "base=HEAD", "gate=true"))
                .contains("| verdict  | breaking ")
                .contains("Proposed version: 0.1.0. No release yet");
    }

    private String run(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.add("root=" + repository);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            new SpecDiff(Settings.of(all.toArray(String[]::new)), out).run();
        }
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private void release(String tag) throws IOException {
        documents();
        commit("Documents");
        git("tag", tag);
    }

    private void documents() throws IOException {
        Path original = original();
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = repository
                        .resolve("spec")
                        .resolve(original.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static Path original() {
        try {
            return Path.of(SpecDiffTest.class.getResource("/documents").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void edit(String file, String old, String now) throws IOException {
        Path path = repository.resolve("spec").resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, now));
    }

    private void commit(String message) throws IOException {
        git("add", "-A");
        git("-c", "user.name=t", "-c", "user.email=t@t.example", "commit", "-q", "--allow-empty", "-m", message);
    }

    private void git(String... words) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null"));
        command.addAll(Arrays.asList(words));
        Process process = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(output).isZero();
    }
}
