package hk.qos.contract;

import hk.qos.simulator.spec.Conversation;
import hk.qos.simulator.spec.Documents;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers of a service that differ from the documents' examples, as files that can replace the examples. */
final class ExampleCandidates {
    private final Path folder;
    private final UnaryOperator<String> clean;

    /**
     * Files below a folder.
     *
     * @param clean removes secrets from a text
     */
    ExampleCandidates(Path folder, UnaryOperator<String> clean) {
        this.folder = folder;
        this.clean = clean;
    }

    /** Writes an answer under the name and with the summary of the example; one without a file has no candidate. */
    void write(Conversation like, JsonNode answer) {
        List<String> files = like.files();
        if (files.isEmpty()) {
            return;
        }
        String name = files.get(files.size() - 1);
        ObjectNode example = JsonNodeFactory.instance.objectNode();
        example.set("summary", summary(name));
        example.set("value", answer);
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, clean.apply(example.toPrettyString()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private static JsonNode summary(String name) {
        String path = Documents.FOLDER + name;
        try (InputStream in = Documents.class.getClassLoader().getResourceAsStream(path)) {
            return in == null
                    ? JsonNodeFactory.instance.stringNode("")
                    : JsonMapper.shared().readTree(in).path("summary");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    /** Deletes the files of an earlier run from a folder, which need not exist. */
    static void empty(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> old = Files.walk(folder)) {
            for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot empty " + folder, e);
        }
    }
}
