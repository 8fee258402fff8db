package hk.qos.spec.diff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The changelog entry of a comparison, and its place: under the unreleased heading of {@code CHANGELOG.md}, between two
 * marks, so that the next run replaces it and what people wrote stays.
 */
final class Changelog {
    private static final String BEGIN = "<!-- spec-diff: begin; rewritten by mvn -Pspec-diff -Dspec.write=true -->";
    private static final String END = "<!-- spec-diff: end -->";
    private static final Pattern ENTRY =
            Pattern.compile(Pattern.quote(BEGIN) + ".*?" + Pattern.quote(END) + "\n*", Pattern.DOTALL);
    private static final Pattern UNRELEASED =
            Pattern.compile("^## +\\[?unreleased.*\n+", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^## ", Pattern.MULTILINE);

    private Changelog() {}

    /** The entry; cosmetic changes of a side are only counted. */
    static String entry(Comparison comparison) {
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

    /** Puts the entry into the file, which is made if it is not there. */
    static void write(Path file, String entry) {
        try {
            String old = Files.exists(file) ? Files.readString(file) : "# Changelog\n";
            Files.writeString(file, insert(old.replace("\r\n", "\n"), entry));
        } catch (IOException e) {
            throw new UncheckedIOException(String.format(Locale.ROOT, "Cannot write %s", file), e);
        }
    }

    static String insert(String changelog, String entry) {
        String text = ENTRY.matcher(changelog).replaceAll("");
        Matcher unreleased = UNRELEASED.matcher(text);
        if (unreleased.find()) {
            String head = text.substring(0, unreleased.end()).stripTrailing();
            return head + "\n\n" + entry + rest(text.substring(unreleased.end()));
        }
        Matcher heading = HEADING.matcher(text);
        int place = heading.find() ? heading.start() : text.length();
        String head = text.substring(0, place).stripTrailing();
        return head + "\n\n## Unreleased\n\n" + entry + rest(text.substring(place));
    }

    private static String rest(String text) {
        return text.isBlank() ? "" : "\n" + text;
    }
}
