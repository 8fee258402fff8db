package hk.qos.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The tables of verdicts: the text and the effect of each kind of difference. The first matching row applies. */
final class Verdicts {
    /**
     * A row; {@code how} is one of {@link Difference#how()}, {@code any}, or {@code seen} for differences that the other
     * table reports. If it is directed, verdict and text depend on the direction.
     */
    record Row(String how, Pattern place, String template, Verdict sent, Verdict received, boolean directed) {
        Verdict verdict(boolean request) {
            return request ? sent : received;
        }

        String text(boolean request, Object... values) {
            String direction = request ? " in requests" : " in answers";
            return String.format(Locale.ROOT, template, values) + (directed ? direction : "");
        }

        private boolean fits(Difference found) {
            boolean fits = how.equals("seen") ? !found.isSwitch() : how.equals("any") || how.equals(found.how());
            return fits && place.matcher(found.path()).matches();
        }
    }

    /** The paths from a file to the schemas that {@link Exchange} covers. */
    private static final String SCHEMA = "(schemas/.*#/[^/]+|(openapi|asyncapi).yaml#/components/schemas/[^/]+"
            + "|asyncapi.yaml#/components/messages/[^/]+/payload"
            + "|openapi.yaml#/(paths|components/(responses|requestBodies|parameters|headers))/.*?/schema)"
            + "(/properties/[^/]+|/items|/additionalProperties|/allOf/\\d+)*";

    private static final Set<String> CONTAINERS =
            Set.of("properties", "components", "schemas", "messages", "payload", "paths", "post", "allOf");

    static final List<Row> EXCHANGED = read("exchanged.csv");
    static final List<Row> WRITTEN = read("written.csv");

    private Verdicts() {}

    private static List<Row> read(String name) {
        try (InputStream table = Objects.requireNonNull(Verdicts.class.getResourceAsStream(name), name)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.replace("SCHEMA", SCHEMA).split("(?<= )\\|(?= )"))
                    .map(cells -> Arrays.stream(cells).map(String::strip).toList())
                    .map(Verdicts::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(List<String> cells) {
        List<Verdict> verdicts = cells.stream()
                .skip(3)
                .map(word -> Verdict.valueOf(word.toUpperCase(Locale.ROOT)))
                .toList();
        Verdict sent = verdicts.isEmpty() ? Verdict.NONE : verdicts.get(0);
        Verdict received = verdicts.size() < 2 ? sent : verdicts.get(1);
        String template = cells.size() < 3 ? "" : cells.get(2);
        return new Row(cells.get(0), Pattern.compile(cells.get(1)), template, sent, received, verdicts.size() > 1);
    }

    /** Whether a difference is reported as one, without comparing its parts. */
    static boolean whole(String path) {
        return path.endsWith("/x-enum-varnames")
                || WRITTEN.stream()
                        .anyMatch(row -> row.sent == Verdict.COSMETIC
                                && row.how.equals("any")
                                && row.place.matcher(path).matches());
    }

    /** The change that a difference within an operation means; empty if {@link #written} reports it. */
    static Optional<Change> exchanged(Difference found, String operation) {
        String subject = found.path().equals("/request") ? operation : found.subject();
        boolean request = found.path().matches("/(request|parameters)/.*");
        return change(EXCHANGED, found, subject, request, subject.equals(operation) ? "" : operation);
    }

    /** The change that a difference in a file means; empty if {@link #exchanged} reports it. */
    static Optional<Change> written(Difference found) {
        return change(WRITTEN, found, place(found), false, "").filter(change -> change.verdict() != Verdict.NONE);
    }

    private static Optional<Change> change(
            List<Row> rows, Difference found, String subject, boolean request, String where) {
        return rows.stream().filter(row -> row.fits(found)).findFirst().map(row -> {
            String text = row.text(request, brief(found.after()), brief(found.before()), found.name(), names(found));
            return Change.of(row.verdict(request), subject, text, where);
        });
    }

    /** {@code /Snapshot/properties/lp/description} is {@code Snapshot.lp}; an added or removed schema is the place itself. */
    private static String place(Difference found) {
        String pointer = found.path().substring(found.path().indexOf('#') + 2);
        boolean schema = pointer.matches("components/schemas/[^/]+") && found.isOneSided();
        List<String> steps = new ArrayList<>(Arrays.asList(pointer.split("/")));
        if (!schema) {
            steps.remove(steps.size() - 1);
        }
        steps.removeAll(CONTAINERS);
        return steps.isEmpty()
                ? found.subject()
                : String.join(".", steps).replace("~1", "/").replace("~0", "~");
    }

    /** The added and removed Java names of an enumeration; if only the order differs, names belong to other values now. */
    private static String names(Difference found) {
        String added = missing("has in Java the new ", found.after(), found.before());
        String gone = missing("lost in Java ", found.before(), found.after());
        String both = added + (added.isEmpty() || gone.isEmpty() ? "" : ", and ") + gone;
        return both.isEmpty() ? "gives its Java names to other values" : both;
    }

    /** The names in one list that the other lacks. */
    private static String missing(String prefix, JsonNode names, JsonNode other) {
        Set<String> texts = new TreeSet<>();
        names.forEach(name -> texts.add("`" + name.asText() + "`"));
        other.forEach(name -> texts.remove("`" + name.asText() + "`"));
        return texts.isEmpty() ? "" : prefix + String.join(", ", texts);
    }

    private static String brief(JsonNode value) {
        String text = value.isMissingNode() ? "none" : value.isTextual() ? value.asText() : value.toString();
        return value.isContainerNode() && text.length() > 60 ? text.substring(0, 57) + "..." : text;
    }
}
