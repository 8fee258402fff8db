package hk.qos.spec.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A comparison in Markdown that reads well on a terminal too. */
final class Report {
    private Report() {}

    static String of(Comparison comparison) {
        List<Side> sides = comparison.sides();
        List<String> lines = new ArrayList<>(List.of("# Changes since " + comparison.base(), ""));
        lines.add(row("", sides, Side::name));
        lines.add(row("---", sides, side -> "---"));
        lines.add(row(
                "verdict",
                sides,
                side -> side.missing() == null ? side.verdict().word() : "not compared"));
        for (Verdict verdict : List.of(Verdict.BREAKING, Verdict.ADDITIVE, Verdict.COSMETIC)) {
            lines.add(row(
                    verdict.word(),
                    sides,
                    side -> orDash(side, side.changes(verdict).size())));
        }
        lines.add(row("asks for", sides, side -> orDash(side, comparison.proposed(side.verdict()))));
        lines.add("");
        lines.addAll(version(comparison));
        for (Side side : sides) {
            lines.addAll(List.of("", "## " + side.name(), ""));
            if (side.missing() != null) {
                lines.add("Not compared: " + side.missing());
            } else if (side.changes().isEmpty()) {
                lines.add("Nothing changed.");
            }
            side.changes().forEach(change -> lines.add("- " + change.verdict().word() + ": " + change.sentence()));
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> version(Comparison comparison) {
        String proposed = "Proposed version: " + comparison.proposed();
        if (comparison.released().isEmpty()) {
            return List.of(proposed + ". No release yet, so the first one may carry any change.");
        }
        SemanticVersion released = comparison.released().get();
        String why = proposed + " after " + released + " (" + released.rule() + ").";
        String low = "The build says " + comparison.declared() + ", which is too low: make it " + comparison.proposed();
        return comparison.fits() ? List.of(why) : List.of(why, low + "-SNAPSHOT.");
    }

    private static String orDash(Side side, Object cell) {
        return side.missing() == null ? cell.toString() : "-";
    }

    private static String row(String head, List<Side> sides, Function<Side, String> cell) {
        StringBuilder row = new StringBuilder("| ").append(pad(head, 8)).append(" |");
        sides.forEach(side -> row.append(' ')
                .append(pad(cell.apply(side), side.name().length()))
                .append(" |"));
        return row.toString();
    }

    private static String pad(String cell, int width) {
        return cell + (cell.equals("---") ? "-" : " ").repeat(Math.max(0, width - cell.length()));
    }
}
