package hk.qos.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs in a repository of their own. */
class SpecDiffTest {
    @TempDir
    private Path folder;

    private Repository repository;

    @BeforeEach
    void makeRepository() throws IOException {
        repository = new Repository(folder.resolve("repository"));
        repository.git("init", "-q");
        repository.write("README.md", "Books.\n");
        repository.commit("Text only");
    }

    @Test
    void missingReleaseIsReported() {
        assertThat(repository.run("version=0.1.0-SNAPSHOT", "gate=true"))
                .isEqualTo("spec-diff: no release yet, nothing compared\n");
    }

    @Test
    void shallowCloneIsReported() throws IOException {
        Repository clone = shallowClone();

        assertThat(clone.run("version=0.1.0-SNAPSHOT")).contains("no release tag in this shallow clone", "--unshallow");
        assertThatThrownBy(() -> clone.run("version=0.1.0-SNAPSHOT", "base=v0.1.0"))
                .hasMessageContaining("this clone has no commit `v0.1.0`, it is shallow");
    }

    @Test
    void gateFailsInAShallowClone() throws IOException {
        Repository clone = shallowClone();

        assertThatThrownBy(() -> clone.run("version=0.1.0-SNAPSHOT", "gate=true"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no release tag in this shallow clone, nothing compared;"
                        + " `git fetch --tags --unshallow` brings them");
    }

    @Test
    void gitErrorIsReported() throws IOException {
        Repository none = new Repository(folder.resolve("none"));

        assertThatThrownBy(() -> none.run("version=0.1.0-SNAPSHOT", "gate=true"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("git tag failed: ")
                .hasMessageContaining("not a git repository");
        assertThatThrownBy(() -> none.run("version=0.1.0-SNAPSHOT", "base=v0.1.0", "gate=true"))
                .hasMessageStartingWith("git rev-parse failed: ")
                .hasMessageContaining("not a git repository");
    }

    @Test
    void damagedRepositoryIsReportedWithGitError() throws IOException {
        repository.release("0.1.0");
        Files.writeString(repository.file(".git/HEAD"), "ref: refs/heads/gone\n");

        assertThatThrownBy(() -> repository.run("version=0.1.0", "gate=true"))
                .hasMessageStartingWith("git tag failed: ")
                .hasMessageContaining("HEAD");
    }

    @Test
    void missingCommitIsNamed() {
        assertThatThrownBy(() -> repository.run("version=0.1.0-SNAPSHOT", "base=nowhere"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this clone has no commit `nowhere`");
    }

    @Test
    void baseWithoutDocumentsAndModulesIsReported() throws IOException {
        repository.documents();

        assertThat(repository.run("version=0.1.0-SNAPSHOT", "base=HEAD"))
                .contains("Not compared: the base has no spec/openapi.yaml and spec/asyncapi.yaml")
                .contains("Not compared: the base has no ws-runtime and no generated-client and no conformance-tests");
        assertThatThrownBy(() -> repository.run("version=0.1.0-SNAPSHOT", "base=HEAD", "gate=true"))
                .hasMessage("Documents (OpenAPI and AsyncAPI): not compared,"
                        + " the base has no spec/openapi.yaml and spec/asyncapi.yaml");
    }

    @Test
    void lastReleaseIsComparedAndVersionProposed() throws IOException {
        repository.release("0.1.0");
        repository.edit("spec/schemas/loan.yaml", "    ts: {", "    due: {type: string}\n    ts: {");
        repository.declare("0.1.1-SNAPSHOT");

        assertThat(repository.run("version=0.1.1-SNAPSHOT", "gate=true"))
                .contains("# Changes since v0.1.0 (")
                .contains("| verdict  | additive                         | no change")
                .contains("Proposed version: 0.1.1 after 0.1.0 (0.x: breaking raises the second number")
                .contains("- `Loan.due` is a new optional field in answers (HTTP loans, stream pushLoan)");
        assertThat(repository.file("CHANGELOG.md")).doesNotExist();
    }

    @Test
    void repositoryIsUnchanged() throws IOException {
        repository.release("0.1.0");
        repository.edit("spec/schemas/loan.yaml", "    ts: {", "    due: {type: string}\n    ts: {");
        repository.git("add", "-A");
        byte[] index = Files.readAllBytes(repository.file(".git/index"));

        assertThat(repository.run("version=0.1.0", "base=HEAD", "write=false")).contains("`Loan.due`");
        assertThat(repository.file(".git/index")).hasBinaryContent(index);
        assertThat(repository.file(".git/worktrees")).doesNotExist();
        assertThat(repository.file("target/spec-diff")).isDirectoryNotContaining("glob:**.{part,index}");
    }

    @Test
    void highestReleaseIsComparedAndCandidatesAreNot() throws IOException {
        repository.release("0.9.0");
        repository.release("0.10.0");
        repository.release("0.11.0-rc1");
        repository.git("tag", "v1");
        repository.declare("0.11.0-SNAPSHOT");

        assertThat(repository.run("version=0.11.0-SNAPSHOT", "gate=true")).contains("# Changes since v0.10.0 (");
        assertThat(repository.run("version=0.11.0-SNAPSHOT", "gate=true", "base=v0.11.0-rc1"))
                .contains("# Changes since v0.11.0-rc1 (")
                .contains("| verdict  | no change                        | no change");
    }

    @Test
    void gateFailsIfTheVersionIsTooLow() throws IOException {
        repository.release("0.1.0");
        repository.edit("spec/schemas/loan.yaml", "format: unix-time", "format: int64");
        repository.declare("0.1.1-SNAPSHOT");

        assertThatThrownBy(() -> repository.run("version=0.1.1-SNAPSHOT", "gate=true"))
                .hasMessage("version 0.1.1 is too low for these changes, which require 0.2.0");
        assertThat(repository.run("version=0.1.1-SNAPSHOT")).contains("too low: make it 0.2.0-SNAPSHOT");
        repository.declare("0.2.0-SNAPSHOT");
        assertThat(repository.run("version=0.2.0-SNAPSHOT", "gate=true")).doesNotContain("too low");
    }

    @Test
    void gateFailsIfTheVersionIsTooLowForTheJavaApi() throws IOException {
        repository.release("0.1.0");
        repository.compile(Artifact.CONFORMANCE, "public void lend() {}");
        repository.declare("0.1.1-SNAPSHOT");

        assertThatThrownBy(() -> repository.run("version=0.1.1-SNAPSHOT", "gate=true"))
                .hasMessage("version 0.1.1 is too low for these changes, which require 0.2.0");
        assertThat(repository.run("version=0.1.1-SNAPSHOT"))
                .contains("- breaking: `hk.A.loan()` is gone: method removed (qos-conformance-tests)");
    }

    @Test
    void gateFailsIfTheBaseDoesNotBuild() throws IOException {
        repository.release("0.1.0");
        Files.move(repository.file("generated-client/compiled.jar"), folder.resolve("kept.jar"));
        repository.commit("Broken");
        repository.git("tag", "v0.1.1");
        Files.move(folder.resolve("kept.jar"), repository.file("generated-client/compiled.jar"));
        repository.declare("0.2.0-SNAPSHOT");

        assertThatThrownBy(() -> repository.run("version=0.2.0-SNAPSHOT", "gate=true"))
                .hasMessageStartingWith("Java API (qos-ws-runtime, qos-client, qos-conformance-tests): not compared,"
                        + " the base does not build:\n")
                .hasMessageContaining("compiled.jar");
        assertThat(repository.run("version=0.2.0-SNAPSHOT"))
                .contains("| verdict  | no change                        | not compared ")
                .contains("Not compared: the base does not build:");
    }

    @Test
    void gateFailsWithoutJarOfTheDeclaredVersion() throws IOException {
        repository.release("0.1.0");

        assertThatThrownBy(() -> repository.run("version=0.2.0-SNAPSHOT", "gate=true"))
                .hasMessage("Java API (qos-ws-runtime, qos-client, qos-conformance-tests): not compared,"
                        + " no qos-ws-runtime jar of version 0.2.0-SNAPSHOT now");
    }

    @Test
    void gateFailsIfTheBaseBuildMakesNoJar() throws IOException {
        repository.release("0.1.0");

        assertThatThrownBy(
                        () -> repository.run("version=0.1.0", "gate=true", "maven=git|-c|alias.nothing=!true|nothing"))
                .hasMessage("Java API (qos-ws-runtime, qos-client, qos-conformance-tests): not compared,"
                        + " no qos-ws-runtime jar at the base");
    }

    @Test
    void entryIsWrittenUnlessGateOrDisabled() throws IOException {
        repository.release("0.1.0");
        repository.write("CHANGELOG.md", "# Changelog\n\n## 0.2.0 (not released)\n\n- By hand.\n");
        repository.edit(
                "spec/schemas/book.yaml",
                "    pages: {type: integer, format: int32, minimum: 1, x-java-name: pages}\n",
                "");
        repository.declare("0.2.0-SNAPSHOT");

        repository.run("version=0.2.0-SNAPSHOT", "gate=true", "write=");
        assertThat(repository.run("version=0.2.0-SNAPSHOT", "write=false")).contains("- `Book.pages` field is gone");
        assertThat(repository.file("CHANGELOG.md")).content().doesNotContain("Book.pages");

        assertThat(repository.run("version=0.2.0-SNAPSHOT", "write=")).endsWith("Written to CHANGELOG.md.\n");
        assertThat(repository.run("version=0.2.0-SNAPSHOT")).endsWith("CHANGELOG.md is up to date.\n");
        assertThat(repository.file("CHANGELOG.md"))
                .content()
                .startsWith("# Changelog\n\n## 0.2.0 (not released)\n\n- By hand.\n\n<!-- spec-diff: begin")
                .containsOnlyOnce("- `Book.pages` field is gone (HTTP books)");
    }

    @Test
    void anyCommitIsComparedAndAnyChangeAllowedBeforeFirstRelease() throws IOException {
        repository.documents();
        repository.artifacts("0.1.0-SNAPSHOT");
        repository.commit("Documents");
        repository.edit("spec/schemas/loan.yaml", "format: unix-time", "format: int64");

        assertThat(repository.run("version=0.1.0-SNAPSHOT", "base=HEAD", "gate=true"))
                .contains("| verdict  | breaking ")
                .contains("Proposed version: 0.1.0. No release yet");
    }

    private Repository shallowClone() throws IOException {
        repository.commit("One more");
        Path clone = folder.resolve("clone");
        repository.git(
                "clone", "-q", "--depth", "1", repository.file(".").toUri().toString(), clone.toString());
        return new Repository(clone);
    }
}
