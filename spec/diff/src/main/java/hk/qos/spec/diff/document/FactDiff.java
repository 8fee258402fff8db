package hk.qos.spec.diff.document;

import com.fasterxml.jackson.databind.JsonNode;
import hk.qos.spec.diff.Change;
import hk.qos.spec.diff.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares the files as they are written, for what the walk of payloads does not see: words, Java names, the protocol
 * facts in {@code x-} fields, servers, channels, correlation. A difference that nobody gave a verdict to is breaking.
 */
final class FactDiff {
    private static final String EXAMPLES = "examples";

    private final String file;
    private final List<Change> changes = new ArrayList<>();

    private FactDiff(String file) {
        this.file = file;
    }

    static List<Change> compare(Path before, Path after) {
        List<Change> changes = new ArrayList<>();
        Set<String> names = new TreeSet<>(documents(before));
        names.retainAll(documents(after));
        for (String name : names) {
            FactDiff diff = new FactDiff(name);
            diff.fields("", DocumentTree.raw(before.resolve(name)), DocumentTree.raw(after.resolve(name)));
            changes.addAll(diff.changes);
        }
        examples(before, after, changes);
        return changes;
    }

    /** A whole file of schemas that comes or goes shows in the documents that refer to it. */
    private static Set<String> documents(Path folder) {
        Set<String> names = new TreeSet<>(List.of(DocumentDiff.HTTP, DocumentDiff.STREAM));
        for (String name : files(folder, "schemas")) {
            if (name.endsWith(".yaml")) {
                names.add(name);
            }
        }
        return names;
    }

    /** Examples are many, and change nothing for a program: they are counted. */
    private static void examples(Path before, Path after, List<Change> changes) {
        Set<String> old = files(before, EXAMPLES);
        Set<String> now = files(after, EXAMPLES);
        List<String> counts = new ArrayList<>();
        count("new", now.stream().filter(name -> !old.contains(name)), counts);
        count("gone", old.stream().filter(name -> !now.contains(name)), counts);
        count(
                "changed",
                now.stream().filter(old::contains).filter(name -> !same(before.resolve(name), after.resolve(name))),
                counts);
        if (!counts.isEmpty()) {
            changes.add(Change.of(Verdict.COSMETIC, EXAMPLES, "files: " + String.join(", ", counts), ""));
        }
    }

    private static void count(String what, Stream<String> names, List<String> counts) {
        long count = names.count();
        if (count > 0) {
            counts.add(count + " " + what);
        }
    }

    private static Set<String> files(Path folder, String room) {
        if (!Files.isDirectory(folder.resolve(room))) {
            return Set.of();
        }
        try (Stream<Path> paths = Files.walk(folder.resolve(room))) {
            Set<String> names = new TreeSet<>();
            paths.filter(Files::isRegularFile)
                    .forEach(
                            path -> names.add(folder.relativize(path).toString().replace('\\', '/')));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.mismatch(one, other) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fields(String pointer, JsonNode before, JsonNode after) {
        if (before.isObject() && after.isObject()) {
            Set<String> names = new TreeSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                field(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), before.path(name), after.path(name));
            }
        } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                fields(pointer + "/" + i, before.get(i), after.get(i));
            }
        } else if (!before.equals(after)) {
            report(pointer, before, after);
        }
    }

    private void field(String pointer, JsonNode before, JsonNode after) {
        if (before.isMissingNode() || after.isMissingNode() || Facts.whole(pointer)) {
            if (!before.equals(after)) {
                report(pointer, before, after);
            }
        } else {
            fields(pointer, before, after);
        }
    }

    private void report(String pointer, JsonNode before, JsonNode after) {
        Verdict verdict = Facts.verdict(file, pointer, before, after);
        if (verdict != Verdict.NONE) {
            changes.add(Change.of(verdict, subject(pointer), text(pointer, before, after), ""));
        }
    }

    /** {@code /Snapshot/properties/lp/description} is {@code Snapshot.lp}; a schema that comes or goes is itself. */
    private String subject(String pointer) {
        List<String> steps = new ArrayList<>(Arrays.asList(pointer.substring(1).split("/")));
        if (!Facts.names(pointer)) {
            steps.remove(steps.size() - 1);
        }
        steps.removeAll(Set.of("properties", "components", "schemas", "messages", "payload", "paths", "post", "allOf"));
        return steps.isEmpty()
                ? file
                : String.join(".", steps).replace("~1", "/").replace("~0", "~");
    }

    private static String text(String pointer, JsonNode before, JsonNode after) {
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (Facts.words(pointer)) {
            return name + " changed";
        }
        if (Facts.names(pointer) && (before.isMissingNode() || after.isMissingNode())) {
            return before.isMissingNode() ? "is a new schema" : "is gone from the schemas";
        }
        if (name.equals("x-enum-varnames") && before.isArray() && after.isArray()) {
            return names(before, after);
        }
        if (before.isMissingNode()) {
            return "has `" + name + "` " + brief(after);
        }
        if (after.isMissingNode()) {
            return "lost `" + name + "`, was " + brief(before);
        }
        return "has `" + name + "` " + brief(after) + ", was " + brief(before);
    }

    /** Which Java names of an enumeration came and went; the same names in another order belong to other values now. */
    private static String names(JsonNode before, JsonNode after) {
        Set<String> gone = texts(before);
        Set<String> added = texts(after);
        gone.removeAll(texts(after));
        added.removeAll(texts(before));
        List<String> parts = new ArrayList<>();
        if (!added.isEmpty()) {
            parts.add("has in Java the new " + String.join(", ", added));
        }
        if (!gone.isEmpty()) {
            parts.add("lost in Java " + String.join(", ", gone));
        }
        return parts.isEmpty() ? "gives its Java names to other values" : String.join(", and ", parts);
    }

    private static Set<String> texts(JsonNode names) {
        Set<String> texts = new TreeSet<>();
        names.forEach(name -> texts.add("`" + name.asText() + "`"));
        return texts;
    }

    private static String brief(JsonNode value) {
        String text = value.isTextual() ? value.asText() : value.toString();
        return "`" + (text.length() > 60 ? text.substring(0, 57) + "..." : text) + "`";
    }
}
