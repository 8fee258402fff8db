package hk.qos.spec.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A comparison as Markdown that is also readable on a terminal. */
final class Report {
    private Report() {}

    static String of(Comparison comparison) {
        List<Side> sides = comparison.sides();
        List<String> lines = new ArrayList<>(List.of("# Changes since " + comparison.base(), ""));
        lines.add(row("", sides, Side::name));
        lines.add(row("-".repeat(8), sides, side -> "-".repeat(side.name().length())));
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
        lines.add(row("requires", sides, side -> orDash(side, comparison.proposed(side.verdict()))));
        lines.addAll(List.of("", version(comparison)));
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

    private static String row(String head, List<Side> sides, Function<Side, String> cell) {
        StringBuilder row = new StringBuilder(String.format("| %-8s |", head));
        sides.forEach(side -> row.append(String.format(" %-" + side.name().length() + "s |", cell.apply(side))));
        return row.toString();
    }

    private static String orDash(Side side, Object cell) {
        return side.missing() == null ? cell.toString() : "-";
    }

    private static String version(Comparison comparison) {
        String proposed = "Proposed version: " + comparison.proposed();
        String low =
                "The build declares " + comparison.declared() + ", which is too low: make it " + comparison.proposed();
        return comparison
                .released()
                .map(released -> proposed + " after " + released + " (" + Versions.rule(released) + ")."
                        + (comparison.fits() ? "" : "\n" + low + "-SNAPSHOT."))
                .orElse(proposed + ". No release yet, so the first one may contain any change.");
    }
}
