package hk.qos.spec.diff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The changelog entry of a comparison. It is written to the unreleased section of {@code CHANGELOG.md}, between two
 * marks, so that the next run replaces it and keeps handwritten lines. Released sections are never changed.
 */
final class Changelog {
    private static final String BEGIN = "<!-- spec-diff: begin; rewritten by mvn -Pspec-diff -->";
    private static final String END = "<!-- spec-diff: end -->";
    private static final Pattern ENTRY = Pattern.compile("(?s)<!-- spec-diff: begin.*?" + Pattern.quote(END) + "\n*");
    /** {@code ## Unreleased}, {@code ## [Unreleased]} or {@code ## 0.2.0 (not released)}. */
    private static final Pattern UNRELEASED = Pattern.compile("(?im)^## .*\\b(unreleased|not released)\\b.*$");

    private static final Pattern HEADING = Pattern.compile("(?m)^## ");

    private Changelog() {}

    /** The entry, empty if nothing changed; cosmetic changes of a side are only counted. */
    static String entry(Comparison comparison) {
        if (comparison.verdict() == Verdict.NONE) {
            return "";
        }
        List<String> lines = new ArrayList<>(List.of(BEGIN));
        lines.add("Version " + comparison.proposed() + ", changes since " + comparison.base() + ".");
        list(lines, "Breaking", Verdict.BREAKING, comparison);
        list(lines, "Added", Verdict.ADDITIVE, comparison);
        for (Side side : comparison.sides()) {
            int count = side.changes(Verdict.COSMETIC).size();
            String places = count == 1 ? "1 place" : count + " places";
            if (side.missing() != null) {
                lines.addAll(List.of("", side.name() + ": not compared."));
            } else if (side.changes().isEmpty()) {
                lines.addAll(List.of("", side.name() + ": no change."));
            } else if (count > 0) {
                lines.addAll(List.of("", side.name() + ": changes of wording only, in " + places + "."));
            }
        }
        return String.join("\n", lines) + "\n" + END + "\n";
    }

    private static void list(List<String> lines, String title, Verdict verdict, Comparison comparison) {
        for (Side side : comparison.sides()) {
            List<Change> changes = side.changes(verdict);
            if (!changes.isEmpty()) {
                lines.addAll(List.of("", "### " + title + ": " + side.name(), ""));
                changes.forEach(change -> lines.add("- " + change.sentence()));
            }
        }
    }

    /** Writes the entry to the file, which is created if necessary. Returns whether the file changed. */
    static boolean write(Path file, String entry) {
        try {
            String old = Files.exists(file) ? Files.readString(file) : "# Changelog\n";
            String text = insert(old, entry);
            if (!text.equals(old)) {
                Files.writeString(file, text);
            }
            return !text.equals(old);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** Replaces the previous entry in place, or appends the entry to the handwritten lines. */
    static String insert(String changelog, String entry) {
        Matcher unreleased = UNRELEASED.matcher(changelog);
        Matcher heading = HEADING.matcher(changelog);
        boolean open = unreleased.find();
        boolean more = open ? heading.find(unreleased.end()) : heading.find();
        int end = more ? heading.start() : changelog.length();
        int start = open ? unreleased.end() : end;
        String section = open ? changelog.substring(start, end) : "## Unreleased";
        Matcher old = ENTRY.matcher(section);
        boolean there = old.find();
        if (!there && entry.isEmpty()) {
            return changelog;
        }
        String above = there ? section.substring(0, old.start()) : section;
        String below = there ? section.substring(old.end()) : "";
        String middle = Stream.of(changelog.substring(0, start), above, entry, below)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
        return middle + "\n" + (more ? "\n" : "") + changelog.substring(end);
    }
}
