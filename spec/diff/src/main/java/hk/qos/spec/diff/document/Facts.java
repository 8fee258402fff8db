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
    private static final Set<String> WORDS = Set.of(
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

    private static final String SCHEMA =
            "(schemas/.*#|openapi.yaml#/components/schemas|asyncapi.yaml#/components/schemas"
                    + "|asyncapi.yaml#/components/messages/[^/]+/payload)";

    private static final String KEYWORD = "(type|format|required|enum|items|allOf|oneOf|anyOf|\\$ref|properties|default"
            + "|additionalProperties|pattern|minimum|maximum|exclusiveMinimum|exclusiveMaximum|multipleOf|minLength"
            + "|maxLength|minItems|maxItems|minProperties|maxProperties|uniqueItems|nullable|deprecated|readOnly"
            + "|writeOnly|discriminator)";

    private record Row(Pattern place, Verdict added, Verdict removed, Verdict changed) {}

    private static final List<Row> ROWS = List.of(
            seenByTheWalk(SCHEMA + "(/.*)?/properties/[^/]+"),
            seenByTheWalk(SCHEMA + "(/.*)?/" + KEYWORD + "(/\\d+)?"),
            seenByTheWalk("schemas/.*#/[^/]+"),
            seenByTheWalk("asyncapi.yaml#/components/schemas/[^/]+"),
            seenByTheWalk("openapi.yaml#/(paths/[^/]+(/[a-z]+)?|security(/.*)?)"),
            seenByTheWalk(
                    "openapi.yaml#/paths/.*/(parameters|requestBody|responses|security|operationId|deprecated)(/.*)?"),
            seenByTheWalk("openapi.yaml#/components/(responses|requestBodies|parameters|headers)(/.*)?"),
            seenByTheWalk("asyncapi.yaml#/operations/[^/]+(/(action|messages|reply|deprecated)(/.*)?)?"),
            seenByTheWalk("asyncapi.yaml#/channels/[^/]+/messages(/.*)?"),
            seenByTheWalk("asyncapi.yaml#/components/messages/[^/]+(/payload)?"),
            // A schema of the document is a class of the client.
            row("openapi.yaml#/components/schemas/[^/]+", ADDITIVE, BREAKING, BREAKING),
            row(".*#/info(/.*)?", COSMETIC, COSMETIC, COSMETIC),
            // Whom the client talks to, and how.
            row(".*#/(servers|channels|components/[a-zA-Z]+)(/[^/]+)?", ADDITIVE, BREAKING, BREAKING),
            row(
                    ".*/x-(secret|lenient|permission|subscription|heartbeat|push|requests-per-minute)",
                    ADDITIVE,
                    BREAKING,
                    BREAKING));

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
        if (pointer.startsWith("/x-limits/") && before.isNumber() && after.isNumber()) {
            return after.decimalValue().compareTo(before.decimalValue()) > 0 ? ADDITIVE : BREAKING;
        }
        String place = file + "#" + pointer;
        return ROWS.stream()
                .filter(row -> row.place.matcher(place).matches())
                .findFirst()
                .map(row -> before.isMissingNode() ? row.added : after.isMissingNode() ? row.removed : row.changed)
                .orElse(BREAKING);
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
