package hk.qos.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangelogTest {
    private static final Comparison COMPARISON = new Comparison(
            "v0.1.0",
            Optional.of(SemanticVersion.parse("v0.1.0")),
            SemanticVersion.parse("0.1.1-SNAPSHOT"),
            Side.compared(
                    "Documents",
                    List.of(
                            Change.of(Verdict.ADDITIVE, "Loan.due", "is a new optional field", "HTTP loans"),
                            Change.of(Verdict.COSMETIC, "Loan.fee", "description reworded", ""))),
            Side.compared("Java API", List.of(Change.of(Verdict.BREAKING, "hk.Loan", "is gone", "qos-client"))));

    @Test
    void listsBreakingBeforeAddedAndCountsTheRest() {
        assertThat(Changelog.entry(COMPARISON).lines().filter(line -> !line.isBlank()))
                .containsSubsequence(
                        "Version 0.2.0, changes since v0.1.0.",
                        "### Breaking: Java API",
                        "- `hk.Loan` is gone (qos-client)",
                        "### Added: Documents",
                        "- `Loan.due` is a new optional field (HTTP loans)",
                        "Documents: wording or details that no program sees, in 1 place.");
    }

    @Test
    void goesUnderTheUnreleasedHeadingAndKeepsWhatPeopleWrote() {
        String entry = Changelog.entry(COMPARISON);

        String text = Changelog.insert("# Changelog\n\n## [Unreleased]\n\n- By hand.\n\n## 0.1.0\n\n- First.\n", entry);

        assertThat(text)
                .startsWith("# Changelog\n\n## [Unreleased]\n\n" + entry + "\n- By hand.\n")
                .endsWith("## 0.1.0\n\n- First.\n");
    }

    @Test
    void replacesTheEntryOfTheRunBefore() {
        String once = Changelog.insert("# Changelog\n\n## Unreleased\n\n- By hand.\n", Changelog.entry(COMPARISON));

        assertThat(Changelog.insert(once, Changelog.entry(COMPARISON))).isEqualTo(once);
    }

    @Test
    void makesTheHeadingThatIsMissing() {
        assertThat(Changelog.insert("# Changelog\n\n## 0.1.0\n\n- First.\n", "entry\n"))
                .isEqualTo("# Changelog\n\n## Unreleased\n\nentry\n\n## 0.1.0\n\n- First.\n");
        assertThat(Changelog.insert("# Changelog\n", "entry\n")).isEqualTo("# Changelog\n\n## Unreleased\n\nentry\n");
    }
}
