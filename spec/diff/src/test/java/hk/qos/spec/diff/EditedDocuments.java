package hk.qos.spec.diff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A small pair of documents, and a copy of it to edit. */
final class EditedDocuments {
    private final Path before;
    private final Path after;

    EditedDocuments(Path folder) {
        before = folder.resolve("before");
        after = folder.resolve("after");
        Path original = original();
        copy(original, before);
        copy(original, after);
    }

    /** Edits the newer copy, or the older one if the file is called {@code before/...}. */
    EditedDocuments edit(String file, String old, String now) {
        try {
            Path path = file.startsWith("before/") ? before.resolveSibling(file) : after.resolve(file);
            String text = Files.readString(path);
            if (!text.contains(old)) {
                throw new IllegalArgumentException(file + " has no " + old);
            }
            Files.writeString(path, text.replace(old, now));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Change> changes() {
        return DocumentDiff.compare(before, after);
    }

    private static Path original() {
        try {
            return Path.of(EditedDocuments.class.getResource("/documents").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
