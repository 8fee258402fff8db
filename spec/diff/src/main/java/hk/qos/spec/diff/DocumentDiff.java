package hk.qos.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares two folders with {@code openapi.yaml}, {@code asyncapi.yaml} and the files that they refer to. */
final class DocumentDiff {
    private static final String HTTP = "openapi.yaml";
    private static final String STREAM = "asyncapi.yaml";

    private static final Pattern REFERENCE = Pattern.compile(".*/(x-subscription/(cancel|push)|x-recovery/request)");

    private DocumentDiff() {}

    /** Whether the folder has both documents. */
    static boolean presentIn(Path folder) {
        return Files.isRegularFile(folder.resolve(HTTP)) && Files.isRegularFile(folder.resolve(STREAM));
    }

    /**
     * Returns all changes between two versions, the worst first: changes of requests and answers, with references
     * resolved, and changes of the files as written.
     *
     * @throws IllegalArgumentException if a document has a dangling reference
     * @throws java.io.UncheckedIOException if a file cannot be read or is not YAML
     */
    static List<Change> compare(Path before, Path after) {
        List<Change> changes = new ArrayList<>();
        ObjectNode old = operations(before);
        ObjectNode now = operations(after);
        Map<String, String> renamed = rename(old, now, changes);
        for (String key : Difference.names(old, now)) {
            String unknown = old.path(key).path(DocumentTree.OWNER).asText();
            String operation = now.path(key).path(DocumentTree.OWNER).asText(unknown);
            Difference.between("", operation, old.path(key), now.path(key))
                    .forEach(found -> Verdicts.exchanged(found, operation).ifPresent(changes::add));
        }
        // Added or removed files of schemas are reported in the documents that refer to them.
        ObjectNode kept = files(before, "schemas").retain(names(files(after, "schemas")));
        Stream.concat(Stream.of(HTTP, STREAM), names(kept).stream().filter(name -> name.endsWith(".yaml")))
                .flatMap(name -> written(before, after, name))
                .filter(found -> !refersToRenamed(found, renamed))
                .forEach(found -> Verdicts.written(found).ifPresent(changes::add));
        examples(before, after).ifPresent(changes::add);
        return Change.join(changes);
    }

    /** Operations of the stream are identified by name: one with a former name is compared with the operation of that name. */
    private static Map<String, String> rename(ObjectNode old, ObjectNode now, List<Change> changes) {
        Map<String, String> renamed = new HashMap<>();
        for (String name : Difference.names(now, now)) {
            for (String former : Difference.names(old, old)) {
                if (!now.has(former) && !old.has(name) && Difference.isFormer(former, now.path(name))) {
                    String operation = now.path(name).path(DocumentTree.OWNER).asText();
                    Difference found = new Difference(
                            "/operationId", operation, TextNode.valueOf(former), TextNode.valueOf(name), true);
                    Verdicts.exchanged(found, operation).ifPresent(changes::add);
                    old.set(name, old.remove(former));
                    renamed.put(former, name);
                }
            }
        }
        return renamed;
    }

    /** Whether a difference is only the new name of a renamed operation. */
    private static boolean refersToRenamed(Difference found, Map<String, String> renamed) {
        return REFERENCE.matcher(found.path()).matches()
                && found.after().asText().equals(renamed.get(found.before().asText()));
    }

    private static ObjectNode operations(Path folder) {
        return Exchange.of(DocumentTree.read(folder.resolve(HTTP)), DocumentTree.read(folder.resolve(STREAM)));
    }

    private static Stream<Difference> written(Path before, Path after, String name) {
        JsonNode old = DocumentTree.raw(before.resolve(name));
        return Difference.between(name + "#", name, old, DocumentTree.raw(after.resolve(name))).stream();
    }

    /** Changed examples are only counted, since there are many and they do not affect programs. */
    private static Optional<Change> examples(Path before, Path after) {
        String counts = Difference.between("", "", files(before, "examples"), files(after, "examples")).stream()
                .map(found -> found.how().replace("other", "changed"))
                .collect(Collectors.groupingBy(how -> how, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
        return Optional.of(Change.of(Verdict.COSMETIC, "examples", "files: " + counts, ""))
                .filter(change -> !counts.isEmpty());
    }

    private static Set<String> names(ObjectNode files) {
        return Difference.names(files, files);
    }

    /** The content of files by name. */
    private static ObjectNode files(Path folder, String directory) {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        if (Files.isDirectory(folder.resolve(directory))) {
            try (Stream<Path> paths = Files.walk(folder.resolve(directory))) {
                for (Path file : paths.filter(Files::isRegularFile).toList()) {
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    texts.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }
}
