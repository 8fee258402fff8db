package hk.qos.spec.diff.document;

import static hk.qos.spec.diff.Verdict.ADDITIVE;
import static hk.qos.spec.diff.Verdict.BREAKING;
import static hk.qos.spec.diff.Verdict.COSMETIC;
import static hk.qos.spec.diff.Verdict.NONE;

import com.fasterxml.jackson.databind.JsonNode;
import hk.qos.spec.diff.Verdict;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The verdicts on what is written in a document beside payloads: one table, the first row that fits counts. */
final class Facts {
    /** Says nothing to a program. */
    static final Set<String> WORDS = Set.of(
            "description",
            "summary",
            "title",
            "example",
            "examples",
            "tags",
            "contact",
            "license",
            "externalDocs",
            "termsOfService",
            "x-enum-descriptions",
            "x-section");

    /** Facts that older clients can do without. All others are assumed to break who does not know them. */
    static final Set<String> ADDED_AT_WILL = Set.of(
            "x-factory",
            "x-heartbeat",
            "x-lenient",
            "x-permission",
            "x-push",
            "x-recovery",
            "x-requests-per-minute",
            "x-secret",
            "x-subscription");

    /** From a file to a schema in it, by the ways that the walk of payloads goes. */
    private static final String SCHEMA = "(schemas/.*#/[^/]+|asyncapi.yaml#/components/schemas/[^/]+"
            + "|openapi.yaml#/components/schemas/[^/]+|asyncapi.yaml#/components/messages/[^/]+/payload"
            + "|openapi.yaml#/(paths|components/(responses|requestBodies|parameters|headers))/.*?/schema)"
            + "(/properties/[^/]+|/items|/additionalProperties|/allOf/\\d+)*";

    private static final String KEYWORD =
            "(type|format|required(/\\d+)?|enum(/\\d+)?|items|allOf|\\$ref|properties|default"
                    + "|additionalProperties|pattern|minimum|maximum|minLength|maxLength|minItems|maxItems|deprecated)";

    private record Row(Pattern place, Verdict added, Verdict removed, Verdict changed) {}

    private static final List<Row> ROWS = List.of(
            seenByTheWalk(SCHEMA + "/" + KEYWORD),
            seenByTheWalk(SCHEMA + "(/properties/[^/]+|/allOf/\\d+)"),
            seenByTheWalk("(schemas/.*#|asyncapi.yaml#/components/schemas)/[^/]+"),
            seenByTheWalk("openapi.yaml#/(paths/[^/]+(/[a-z]+)?|security(/.*)?)"),
            seenByTheWalk("openapi.yaml#/paths/[^/]+/[a-z]+/(security|operationId|deprecated)(/.*)?"),
            seenByTheWalk(
                    "openapi.yaml#/(paths/[^/]+/[a-z]+|components)/(parameters|requestBod[a-z]+|responses|headers)"
                            + "(?!.*/schema/)(/.*)?"),
            seenByTheWalk("asyncapi.yaml#/operations/[^/]+(/(action|messages|reply)(/.*)?)?"),
            seenByTheWalk("asyncapi.yaml#/channels/[^/]+/messages(/.*)?"),
            seenByTheWalk("asyncapi.yaml#/components/messages/[^/]+(/payload)?"),
            // A schema of the document is a class of the client.
            row("openapi.yaml#/components/schemas/[^/]+", ADDITIVE, BREAKING, BREAKING),
            row(".*#/info(/.*)?", COSMETIC, COSMETIC, COSMETIC),
            // Whom the client talks to, and how.
            row(".*#/(servers|channels|components/[a-zA-Z]+)(/[^/]+)?", ADDITIVE, BREAKING, BREAKING),
            row(".*/(" + String.join("|", ADDED_AT_WILL) + ")", ADDITIVE, BREAKING, BREAKING));

    private Facts() {}

    private static Row row(String place, Verdict added, Verdict removed, Verdict changed) {
        return new Row(Pattern.compile(place), added, removed, changed);
    }

    private static Row seenByTheWalk(String place) {
        return row(place, NONE, NONE, NONE);
    }

    /** Whether only words for readers stand here. */
    static boolean words(String pointer) {
        return WORDS.contains(name(pointer)) && !pointer.matches(".*/properties/[^/]+");
    }

    /** Whether a difference is told as one, without going into it. */
    static boolean whole(String pointer) {
        return words(pointer) || name(pointer).startsWith("x-enum-varnames");
    }

    /** Whether a schema of the HTTP document has its name, and the client its class, from here. */
    static boolean names(String pointer) {
        return pointer.matches("/components/schemas/[^/]+");
    }

    static Verdict verdict(String file, String pointer, JsonNode before, JsonNode after) {
        if (words(pointer)) {
            return COSMETIC;
        }
        if (name(pointer).equals("x-enum-varnames")) {
            return keepsNames(before, after) ? ADDITIVE : BREAKING;
        }
        if (limits(pointer) && before.isNumber() && after.isNumber()) {
            return after.decimalValue().compareTo(before.decimalValue()) > 0 ? ADDITIVE : BREAKING;
        }
        if (name(pointer).equals("additionalProperties") && (before.isBoolean() || after.isBoolean())) {
            return BREAKING;
        }
        String place = file + "#" + pointer;
        return ROWS.stream()
                .filter(row -> row.place.matcher(place).matches())
                .findFirst()
                .map(row -> before.isMissingNode() ? row.added : after.isMissingNode() ? row.removed : row.changed)
                .orElse(BREAKING);
    }

    private static boolean limits(String pointer) {
        return pointer.startsWith("/x-limits/") || name(pointer).equals("x-requests-per-minute");
    }

    /** Names belong to values by their place, so the old ones must stay in their order. */
    private static boolean keepsNames(JsonNode before, JsonNode after) {
        int kept = 0;
        for (JsonNode name : after) {
            if (kept < before.size() && name.equals(before.get(kept))) {
                kept++;
            }
        }
        return before.isArray() && kept == before.size();
    }

    private static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
