package hk.qos.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangelogTest {
    private static final Comparison COMPARISON = new Comparison(
            "v0.1.0",
            Optional.of(Versions.parse("v0.1.0")),
            Versions.parse("0.1.1-SNAPSHOT"),
            Side.compared(
                    "Documents",
                    List.of(
                            Change.of(Verdict.ADDITIVE, "Loan.due", "is a new optional field", "HTTP loans"),
                            Change.of(Verdict.COSMETIC, "Loan.fee", "description reworded", ""))),
            Side.compared("Java API", List.of(Change.of(Verdict.BREAKING, "hk.Loan", "is gone", "qos-client"))));

    private static final String ENTRY = Changelog.entry(COMPARISON);

    @Test
    void entryIsEmptyWithoutChanges() {
        Side same = Side.compared("Documents", List.of());

        assertThat(Changelog.entry(new Comparison(
                        "v0.1.0",
                        COMPARISON.released(),
                        COMPARISON.declared(),
                        same,
                        Side.notCompared("Java API", "why"))))
                .isEmpty();
    }

    @Test
    void breakingPrecedesAddedAndTheRestIsCounted() {
        assertThat(ENTRY.lines().filter(line -> !line.isBlank()))
                .containsSubsequence(
                        "Version 0.2.0, changes since v0.1.0.",
                        "### Breaking: Java API",
                        "- `hk.Loan` is gone (qos-client)",
                        "### Added: Documents",
                        "- `Loan.due` is a new optional field (HTTP loans)",
                        "Documents: changes of wording only, in 1 place.");
    }

    @Test
    void entryFollowsHandwrittenUnreleasedLines() {
        String text = Changelog.insert(ours("- By hand.\n"), ENTRY);

        assertThat(text).isEqualTo(ours("- By hand.\n\n" + ENTRY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"## Unreleased", "## [Unreleased]", "## 0.2.0 (not released)", "## 0.2.0 - unreleased"})
    void unreleasedSectionIsRecognized(String heading) {
        assertThat(Changelog.insert("# Changelog\n\n" + heading + "\n\n- By hand.\n", ENTRY))
                .isEqualTo("# Changelog\n\n" + heading + "\n\n- By hand.\n\n" + ENTRY);
        assertThat(Changelog.insert("# Changelog\n\n" + heading, ENTRY))
                .isEqualTo("# Changelog\n\n" + heading + "\n\n" + ENTRY);
    }

    @Test
    void previousEntryIsReplacedInPlace() {
        String once = ours("- Above.\n\n" + ENTRY + "\n- Below.\n");

        assertThat(Changelog.insert(once, ENTRY)).isEqualTo(once);
        assertThat(Changelog.insert(once, ENTRY.replace("hk.Loan", "hk.Book")))
                .isEqualTo(once.replace("hk.Loan", "hk.Book"));
    }

    @Test
    void entryIsRemovedWithoutChanges() {
        assertThat(Changelog.insert(ours("- By hand.\n\n" + ENTRY), "")).isEqualTo(ours("- By hand.\n"));
        assertThat(Changelog.insert(ours("- By hand.\n"), "")).isEqualTo(ours("- By hand.\n"));
        assertThat(Changelog.insert("# Changelog\n", "")).isEqualTo("# Changelog\n");
    }

    @Test
    void releasedSectionsAreUnchanged() {
        String released = "## 0.1.0\n\n- First.\n\n" + ENTRY.replace("hk.Loan", "hk.Old") + "\n## 0.0.9\n\n" + ENTRY;

        assertThat(Changelog.insert("# Changelog\n\n## 0.2.0 (not released)\n\n" + ENTRY + "\n" + released, ENTRY))
                .isEqualTo("# Changelog\n\n## 0.2.0 (not released)\n\n" + ENTRY + "\n" + released);
        assertThat(Changelog.insert("# Changelog\n\n" + released, ENTRY))
                .isEqualTo("# Changelog\n\n## Unreleased\n\n" + ENTRY + "\n" + released);
    }

    @Test
    void missingHeadingIsAdded() {
        assertThat(Changelog.insert("# Changelog\n\n## 0.1.0\n\n- First.\n", "entry\n"))
                .isEqualTo("# Changelog\n\n## Unreleased\n\nentry\n\n## 0.1.0\n\n- First.\n");
        assertThat(Changelog.insert("# Changelog\n", "entry\n")).isEqualTo("# Changelog\n\n## Unreleased\n\nentry\n");
    }

    @Test
    void projectChangelogHasUnreleasedSection() throws IOException {
        String text = Files.readString(Path.of("../../CHANGELOG.md"));

        assertThat(Changelog.insert(text, ENTRY)).contains(ENTRY).doesNotContain("## Unreleased");
    }

    /** A changelog with the structure of the project's. */
    private static String ours(String section) {
        return "# Changelog\n\nNewest first.\n\n## 0.2.0 (not released)\n\n" + section + "\n## 0.1.0\n\n- First.\n\n"
                + ENTRY.replace("hk.Loan", "hk.Old");
    }
}
