package hk.qos.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Side DOCUMENTS = Side.compared(
            "Documents",
            List.of(
                    Change.of(Verdict.ADDITIVE, "Loan.due", "is a new optional field", "HTTP loans"),
                    Change.of(Verdict.COSMETIC, "Loan.fee", "description changed", "")));
    private static final Side JAVA =
            Side.compared("Java API", List.of(Change.of(Verdict.BREAKING, "hk.Loan", "is gone", "qos-client")));

    @Test
    void verdictsAreShownSideBySideWithRequiredVersions() {
        assertThat(Report.of(comparison("1.0.0", "1.1.0-SNAPSHOT", DOCUMENTS, JAVA)))
                .isEqualTo("""
                        # Changes since v1.0.0 (0123456789ab)

                        |          | Documents | Java API |
                        | -------- | --------- | -------- |
                        | verdict  | additive  | breaking |
                        | breaking | 0         | 1        |
                        | additive | 1         | 0        |
                        | cosmetic | 1         | 0        |
                        | requires | 1.1.0     | 2.0.0    |

                        Proposed version: 2.0.0 after 1.0.0 (breaking raises the first number, additive the second, cosmetic the third).
                        The build declares 1.1.0, which is too low: make it 2.0.0-SNAPSHOT.

                        ## Documents

                        - additive: `Loan.due` is a new optional field (HTTP loans)
                        - cosmetic: `Loan.fee` description changed

                        ## Java API

                        - breaking: `hk.Loan` is gone (qos-client)
                        """);
    }

    @Test
    void nothingIsRequiredWithoutChanges() {
        assertThat(Report.of(comparison("0.1.0", "0.1.0", Side.compared("Documents", List.of()), JAVA)))
                .contains("| verdict  | no change | breaking |", "| requires | 0.1.0     | 0.2.0    |")
                .contains("## Documents\n\nNothing changed.\n");
    }

    @Test
    void uncomparedArtifactHasNoVerdict() {
        Side missing = Side.notCompared("Java API", "the base does not build:\nno symbol");

        assertThat(Report.of(comparison("0.1.0", "0.1.1", DOCUMENTS, missing)))
                .contains("| verdict  | additive  | not compared |", "| requires | 0.1.1     | -        |")
                .contains("## Java API\n\nNot compared: the base does not build:\nno symbol\n");
    }

    private static Comparison comparison(String released, String declared, Side documents, Side java) {
        return new Comparison(
                "v" + released + " (0123456789ab)",
                Optional.of(Versions.parse(released)),
                Versions.parse(declared),
                documents,
                java);
    }
}
