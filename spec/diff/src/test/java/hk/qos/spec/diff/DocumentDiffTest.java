package hk.qos.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentDiffTest {
    @TempDir
    private Path folder;

    private EditedDocuments documents;

    @BeforeEach
    void copy() {
        documents = new EditedDocuments(folder);
    }

    /** Each row of the table is one kind of change: the file, the replaced text, its replacement, and the expected report. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/classes-of-change.csv",
            delimiter = '|',
            numLinesToSkip = 1,
            ignoreLeadingAndTrailingWhitespace = true)
    void eachKindOfChangeHasItsVerdict(String name, String file, String old, String now, String expected) {
        documents.edit(file, lines(old), lines(now));

        assertThat(documents.changes())
                .extracting(change -> change.verdict().name().toLowerCase(Locale.ROOT) + ": " + change.sentence())
                .containsExactlyInAnyOrder(expected.split(" && "));
    }

    /** Fails if a kind of change has no row: add it. */
    @ParameterizedTest
    @MethodSource
    void readmeHasARowForEachKindOfChange(Verdicts.Row row) throws IOException {
        for (boolean request : row.directed() ? List.of(true, false) : List.of(true)) {
            Object[] places = {"%", "%", "%", "%"};
            String text = Pattern.quote(row.text(request, places)).replace("%", "\\E.+\\Q");
            assertRow(row.verdict(request) + ": `[^`]+` " + text + "( \\([^)]*\\))?");
        }
    }

    static List<Verdicts.Row> readmeHasARowForEachKindOfChange() {
        return Stream.of(Verdicts.EXCHANGED, Verdicts.WRITTEN)
                .flatMap(List::stream)
                .filter(row -> !row.how().equals("seen"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource
    void readmeHasRowsForAddedRemovedAndChangedFacts(String fact) throws IOException {
        assertRow("additive: `[^`]+` has `" + fact + "` `[^`]+`");
        assertRow("breaking: `[^`]+` lost `" + fact + "`, was .*");
        assertRow("breaking: (`[^`]+` has `" + fact + "` `[^`]+`, was .*|`[^`]+\\." + fact + "` has .*)");
    }

    static List<String> readmeHasRowsForAddedRemovedAndChangedFacts() {
        List<String> facts = Verdicts.WRITTEN.stream()
                .filter(row -> row.how().equals("new") && row.verdict(false) == Verdict.ADDITIVE)
                .map(row -> row.place().pattern())
                .filter(place -> place.startsWith(".*/x-"))
                .map(place -> place.substring(3))
                .toList();
        assertThat(facts).hasSize(10);
        return facts;
    }

    private static void assertRow(String pattern) throws IOException {
        try (InputStream rows = DocumentDiffTest.class.getResourceAsStream("/classes-of-change.csv")) {
            List<String> said = new String(rows.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .flatMap(row ->
                            Stream.of(row.substring(row.lastIndexOf(" | ") + 3).split(" && ")))
                    .toList();
            assertThat(said).anyMatch(Pattern.compile("(?i)" + pattern).asMatchPredicate());
        }
    }

    private static String lines(String text) {
        return text == null ? "" : text.replace("\\n", "\n");
    }

    @Test
    void equalDocumentsHaveNoChange() {
        assertThat(documents.changes()).isEmpty();
    }

    @Test
    void sharedSchemaChangeIsReportedOnceWithAllUses() {
        documents.edit("schemas/loan.yaml", "    ts: {", "    due: {type: integer, format: unix-time}\n    ts: {");

        assertThat(documents.changes()).singleElement().satisfies(change -> {
            assertThat(change.subject()).isEqualTo("Loan.due");
            assertThat(change.where()).containsExactly("HTTP loans", "stream pushLoan");
        });
    }

    @Test
    void verdictDependsOnDirection() {
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
    void danglingReferenceIsNamed() {
        documents.edit("openapi.yaml", "'./schemas/loan.yaml#/LoanRequest'", "'./schemas/loan.yaml#/Gone'");

        assertThatThrownBy(documents::changes)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("openapi.yaml refers to ./schemas/loan.yaml#/Gone");
    }

    @Test
    void recursiveSchemaIsCompared() {
        documents.edit("schemas/book.yaml", "    pages: {", "    sequel: {$ref: '#/Book'}\n    pages: {");

        assertThat(documents.changes()).extracting(Change::subject).containsExactly("Book.sequel");
    }
}
