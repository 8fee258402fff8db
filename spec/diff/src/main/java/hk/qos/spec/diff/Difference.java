package hk.qos.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A difference between two trees at a path in the syntax of a JSON pointer; an absent value is a missing node.
 *
 * @param forwards whether a name differs, and the old one still works by {@code x-formerly}
 */
record Difference(String path, String subject, JsonNode before, JsonNode after, boolean forwards) {
    Difference(String path, String subject, JsonNode before, JsonNode after) {
        this(path, subject, before, after, false);
    }

    /** Members that are empty if absent. */
    private static final Pattern CONTAINER =
            Pattern.compile(".*(?<!/properties)/(properties|parameters|responses|headers|content)");

    private static final Pattern AT_MOST =
            Pattern.compile(".*/(maximum|max(Length|Items)|x-requests-per-minute|x-heartbeat/interval|x-limits/[^/]+)");
    private static final Pattern AT_LEAST = Pattern.compile(".*/(minimum|min(Length|Items)|x-limits/spacing)");

    static List<Difference> between(String path, String subject, JsonNode before, JsonNode after) {
        List<Difference> found = new ArrayList<>();
        new Difference(path, subject, before, after).collect(found);
        return found;
    }

    static Set<String> names(JsonNode one, JsonNode other) {
        Set<String> names = new TreeSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void collect(List<Difference> found) {
        boolean lists = before.isArray() && after.isArray() && before.size() == after.size();
        boolean divisible = lists || (before.isObject() && after.isObject());
        if (before.equals(after)) {
            return;
        }
        if (!divisible || Verdicts.whole(path)) {
            found.add(this);
        } else if (!before.path(DocumentTree.FORM).equals(after.path(DocumentTree.FORM))) {
            found.add(child(DocumentTree.FORM));
        } else if (lists) {
            for (int i = 0; i < before.size(); i++) {
                new Difference(path + "/" + i, subject, before.get(i), after.get(i)).collect(found);
            }
        } else {
            names(before, after).forEach(name -> child(name).collect(found));
        }
    }

    private Difference child(String name) {
        String place = path + "/" + name.replace("~", "~0").replace("/", "~1");
        JsonNode old = before.path(name);
        JsonNode now = after.path(name);
        if (CONTAINER.matcher(place).matches() && (old.isObject() || now.isObject())) {
            old = old.isMissingNode() ? JsonNodeFactory.instance.objectNode() : old;
            now = now.isMissingNode() ? JsonNodeFactory.instance.objectNode() : now;
        }
        // The property is required, not the type that it refers to.
        String parent = name.equals("required") ? after.path(DocumentTree.OWNER).asText(subject) : subject;
        String suffix = name.equals("items") ? "[]" : name.equals("additionalProperties") ? "{}" : "";
        boolean renamed = name.matches("x-java-name|operationId") && isFormer(old.asText(), after);
        return new Difference(place, subject(old, now, parent + suffix), old, now, renamed);
    }

    /** Whether this is a former name of a field or an operation. */
    static boolean isFormer(String name, JsonNode named) {
        boolean former = false;
        for (JsonNode one : named.path("x-formerly")) {
            former |= one.asText().equals(name);
        }
        return former;
    }

    /** The subject of a named list or scalar is its name, that of everything else is the property that has it. */
    private static String subject(JsonNode before, JsonNode after, String inherited) {
        String name = after.path(DocumentTree.NAMED).asText();
        boolean told =
                !name.isEmpty() && name.equals(before.path(DocumentTree.NAMED).asText());
        JsonNode present = after.isMissingNode() ? before : after;
        return told && !after.has("properties")
                ? name
                : present.path(DocumentTree.OWNER).asText(inherited);
    }

    /** The last step. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
    }

    /** Whether a value was added or removed. */
    boolean isOneSided() {
        return before.isMissingNode() || after.isMissingNode();
    }

    /** Whether an object starts or stops accepting unknown fields. */
    boolean isSwitch() {
        return name().equals("additionalProperties") && (before.isBoolean() || after.isBoolean());
    }

    /**
     * The kind of difference: {@code new}, {@code new-required} for a field or parameter, {@code gone}, {@code on} and
     * {@code off} for a flag, {@code more} for more elements or a limit that is relaxed, {@code less} for one that is not,
     * {@code renamed} for a name whose old one still works, {@code other}, {@code same} if it makes no difference.
     */
    String how() {
        if (forwards) {
            return "renamed";
        }
        boolean member = path.matches(".*/(properties|parameters)/[^/]+");
        if (!member && name().matches("required|deprecated")) {
            return after.asBoolean() == before.asBoolean() ? "same" : after.asBoolean() ? "on" : "off";
        }
        int relaxed = member ? 0 : relaxed();
        if (relaxed != 0) {
            return relaxed > 0 ? "more" : "less";
        }
        if (before.isMissingNode()) {
            return member && after.path("required").asBoolean() ? "new-required" : "new";
        }
        return after.isMissingNode() ? "gone" : onlyMore() ? "more" : "other";
    }

    /** Whether the new list contains the old elements in their order. */
    private boolean onlyMore() {
        int kept = 0;
        for (JsonNode element : after) {
            kept += kept < before.size() && element.equals(before.get(kept)) ? 1 : 0;
        }
        return before.isArray() && kept == before.size();
    }

    /** Positive if more is allowed than before, negative if less, 0 if this is no limit or cannot be compared. */
    private int relaxed() {
        boolean least = AT_LEAST.matcher(path).matches();
        if (!least && !AT_MOST.matcher(path).matches()) {
            return 0;
        }
        if (isOneSided()) {
            // An added or removed fact may add a limit or remove one.
            return path.contains("/x-") ? 0 : before.isMissingNode() ? -1 : 1;
        }
        int order = 0;
        if (before.isNumber() && after.isNumber()) {
            order = after.decimalValue().compareTo(before.decimalValue());
        } else if (isDuration(before) && isDuration(after)) {
            order = Duration.parse(after.asText()).compareTo(Duration.parse(before.asText()));
        }
        return least ? -order : order;
    }

    private static boolean isDuration(JsonNode value) {
        return value.asText().matches("PT(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?(?<!T)");
    }
}
