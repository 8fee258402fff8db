package hk.qos.spec.diff;

import java.util.List;
import java.util.function.Function;

/** A comparison in Markdown that reads well on a terminal too. */
final class Report {
    private final StringBuilder text = new StringBuilder();

    private Report() {}

    static String of(Comparison comparison) {
        Report report = new Report();
        report.line("# Changes since " + comparison.base());
        report.line("");
        report.table(comparison);
        report.line("");
        report.version(comparison);
        comparison.sides().forEach(report::details);
        return report.text.toString();
    }

    private void table(Comparison comparison) {
        List<Side> sides = comparison.sides();
        row("", sides, Side::name);
        row("---", sides, side -> "---");
        row("verdict", sides, side -> side.missing() == null ? side.verdict().word() : "not compared");
        for (Verdict verdict : List.of(Verdict.BREAKING, Verdict.ADDITIVE, Verdict.COSMETIC)) {
            row(verdict.word(), sides, side -> side.missing() == null ? Long.toString(side.count(verdict)) : "-");
        }
        row(
                "asks for",
                sides,
                side -> side.missing() == null
                        ? comparison.proposed(side.verdict()).toString()
                        : "-");
    }

    private void row(String head, List<Side> sides, Function<Side, String> cell) {
        StringBuilder row = new StringBuilder("| ").append(pad(head, 8));
        for (Side side : sides) {
            row.append(" | ").append(pad(cell.apply(side), side.name().length()));
        }
        line(row.append(" |").toString());
    }

    private static String pad(String cell, int width) {
        String fill = cell.equals("---") ? "-" : " ";
        return cell + fill.repeat(Math.max(0, width - cell.length()));
    }

    private void version(Comparison comparison) {
        SemanticVersion proposed = comparison.proposed();
        if (comparison.released().isEmpty()) {
            line("Proposed version: " + proposed + ". No release yet, so the first one may carry any change.");
            return;
        }
        SemanticVersion released = comparison.released().get();
        line("Proposed version: " + proposed + " after " + released + " (" + released.rule() + ").");
        if (!comparison.fits()) {
            line("The build says " + comparison.declared() + ", which is too low: make it " + proposed + "-SNAPSHOT.");
        }
    }

    private void details(Side side) {
        line("");
        line("## " + side.name());
        line("");
        if (side.missing() != null) {
            line("Not compared: " + side.missing());
        } else if (side.changes().isEmpty()) {
            line("Nothing changed.");
        }
        for (Change change : side.changes()) {
            line("- " + change.verdict().word() + ": " + change.sentence());
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
