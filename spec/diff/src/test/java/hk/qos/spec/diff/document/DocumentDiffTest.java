package hk.qos.spec.diff.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import hk.qos.spec.diff.Change;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DocumentDiffTest {
    @TempDir
    private Path folder;

    private EditedDocuments documents;

    @BeforeEach
    void copy() {
        documents = new EditedDocuments(folder);
    }

    /** Each row of the table is one class of change: where, what is replaced by what, and what is said of it. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/classes-of-change.csv",
            delimiter = '|',
            numLinesToSkip = 1,
            ignoreLeadingAndTrailingWhitespace = true)
    void givesEachClassOfChangeItsVerdict(String name, String file, String old, String now, String expected) {
        documents.edit(file, lines(old), lines(now));

        assertThat(documents.changes())
                .extracting(change -> change.verdict().name().toLowerCase(Locale.ROOT) + ": " + change.sentence())
                .containsExactlyInAnyOrder(expected.split(" && "));
    }

    private static String lines(String text) {
        return text == null ? "" : text.replace("\\n", "\n");
    }

    @Test
    void findsNothingBetweenEqualDocuments() {
        assertThat(documents.changes()).isEmpty();
    }

    @Test
    void tellsAChangeOfASharedSchemaOnceWithAllPlaces() {
        documents.edit("schemas/loan.yaml", "    ts: {", "    due: {type: integer, format: unix-time}\n    ts: {");

        assertThat(documents.changes()).singleElement().satisfies(change -> {
            assertThat(change.subject()).isEqualTo("Loan.due");
            assertThat(change.where()).containsExactly("HTTP loans", "stream pushLoan");
        });
    }

    @Test
    void judgesTheSameFieldByItsDirection() {
        documents
                .edit("schemas/book.yaml", "required: [title]", "required: [title, pages]")
                .edit("schemas/loan.yaml", "required: [shelf, ts]", "required: [shelf, ts, fee]");

        assertThat(documents.changes())
                .extracting(Change::sentence, change -> change.verdict().word())
                .containsExactly(
                        tuple("`Book.pages` is now required in requests (HTTP books)", "breaking"),
                        tuple("`Loan.fee` is now required in answers (HTTP loans, stream pushLoan)", "additive"));
    }

    @Test
    void namesAReferenceThatLeadsNowhere() {
        documents.edit("openapi.yaml", "'./schemas/loan.yaml#/LoanRequest'", "'./schemas/loan.yaml#/Gone'");

        assertThatThrownBy(documents::changes)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("openapi.yaml refers to ./schemas/loan.yaml#/Gone");
    }

    @Test
    void survivesASchemaThatContainsItself() {
        documents.edit("schemas/book.yaml", "    pages: {", "    sequel: {$ref: '#/Book'}\n    pages: {");

        assertThat(documents.changes()).extracting(Change::subject).containsExactly("Book.sequel");
    }
}
