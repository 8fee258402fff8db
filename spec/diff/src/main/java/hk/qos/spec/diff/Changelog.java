package hk.qos.spec.diff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The changelog entry of a comparison, and its place: in the section of {@code CHANGELOG.md} that is not released yet,
 * between two marks, so that the next run replaces it and what people wrote stays. Released sections are never touched.
 */
final class Changelog {
    private static final String BEGIN = "<!-- spec-diff: begin; rewritten by mvn -Pspec-diff -->";
    private static final String END = "<!-- spec-diff: end -->";
    private static final Pattern ENTRY =
            Pattern.compile("<!-- spec-diff: begin.*?" + Pattern.quote(END) + "\n*", Pattern.DOTALL);
    /** {@code ## Unreleased}, {@code ## [Unreleased]} or {@code ## 0.2.0 (not released)}. */
    private static final Pattern UNRELEASED =
            Pattern.compile("^## .*\\b(unreleased|not released)\\b.*$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private static final Pattern HEADING = Pattern.compile("^## ", Pattern.MULTILINE);

    private Changelog() {}

    /** The entry, empty if nothing changed; cosmetic changes of a side are only counted. */
    static String entry(Comparison comparison) {
        if (comparison.verdict() == Verdict.NONE) {
            return "";
        }
        StringBuilder entry = new StringBuilder(BEGIN).append('\n');
        entry.append("Version ")
                .append(comparison.proposed())
                .append(", changes since ")
                .append(comparison.base());
        entry.append(".\n");
        list(entry, "Breaking", Verdict.BREAKING, comparison);
        list(entry, "Added", Verdict.ADDITIVE, comparison);
        words(entry, comparison);
        for (Side side : comparison.sides()) {
            if (side.missing() != null) {
                entry.append("\n").append(side.name()).append(": not compared.\n");
            } else if (side.changes().isEmpty()) {
                entry.append("\n").append(side.name()).append(": no change.\n");
            }
        }
        return entry.append(END).append('\n').toString();
    }

    private static void list(StringBuilder entry, String title, Verdict verdict, Comparison comparison) {
        for (Side side : comparison.sides()) {
            List<Change> changes = side.changes().stream()
                    .filter(change -> change.verdict() == verdict)
                    .toList();
            if (!changes.isEmpty()) {
                entry.append("\n### ")
                        .append(title)
                        .append(": ")
                        .append(side.name())
                        .append("\n\n");
                changes.forEach(
                        change -> entry.append("- ").append(change.sentence()).append('\n'));
            }
        }
    }

    private static void words(StringBuilder entry, Comparison comparison) {
        for (Side side : comparison.sides()) {
            long count = side.count(Verdict.COSMETIC);
            if (count > 0) {
                String places = count == 1 ? "1 place" : count + " places";
                entry.append("\n").append(side.name()).append(": wording or details that no program sees, in ");
                entry.append(places).append(".\n");
            }
        }
    }

    /** Puts the entry into the file, which is made if it is not there; whether that changed anything. */
    static boolean write(Path file, String entry) {
        try {
            String old = Files.exists(file) ? Files.readString(file) : "# Changelog\n";
            String text = insert(old, entry);
            if (text.equals(old)) {
                return false;
            }
            Files.writeString(file, text);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(String.format(Locale.ROOT, "Cannot write %s", file), e);
        }
    }

    /** Replaces the entry of the run before where it stands, or comes after what people wrote. */
    static String insert(String changelog, String entry) {
        Matcher unreleased = UNRELEASED.matcher(changelog);
        Matcher heading = HEADING.matcher(changelog);
        if (unreleased.find()) {
            int end = heading.find(unreleased.end()) ? heading.start() : changelog.length();
            String section = changelog.substring(unreleased.end(), end);
            Matcher old = ENTRY.matcher(section);
            if (!old.find()) {
                return entry.isEmpty() ? changelog : parts(changelog, unreleased.end(), end, section, entry);
            }
            String after = section.substring(old.end());
            return parts(changelog, unreleased.end(), end, section.substring(0, old.start()), entry, after);
        }
        int place = heading.find() ? heading.start() : changelog.length();
        return entry.isEmpty() ? changelog : parts(changelog, place, place, "## Unreleased", entry);
    }

    /** The changelog with these parts in place of what is there, parted by empty lines. */
    private static String parts(String changelog, int start, int end, String... parts) {
        String head = changelog.substring(0, start).stripTrailing();
        String tail = changelog.substring(end);
        String middle = Stream.of(parts)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
        return head + "\n\n" + middle + "\n" + (tail.isEmpty() ? "" : "\n" + tail);
    }
}
