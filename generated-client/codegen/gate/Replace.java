import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes the content of a folder equal to the combined content of other folders. Equal files are not rewritten, so that
 * the compiler, which compares times, does not recompile everything. Needs nothing but a JDK.
 *
 * <p>{@code java Replace.java <folder> <from>...}
 */
public final class Replace {
    private Replace() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Map<Path, Path> wanted = new TreeMap<>();
        for (String from : List.of(args).subList(1, args.length)) {
            for (Path file : files(Path.of(from))) {
                if (file.toString().endsWith(".java")) {
                    wanted.put(Path.of(from).relativize(file), file);
                }
            }
        }
        for (Path file : files(folder)) {
            if (!wanted.containsKey(folder.relativize(file))) {
                Files.delete(file);
            }
        }
        for (Map.Entry<Path, Path> file : wanted.entrySet()) {
            Path target = folder.resolve(file.getKey());
            if (!Files.exists(target) || Files.mismatch(file.getValue(), target) >= 0) {
                Files.createDirectories(target.getParent());
                Files.copy(file.getValue(), target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        dropEmptyFolders(folder);
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void dropEmptyFolders(Path folder) throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.walk(folder)) {
            folders = all.filter(Files::isDirectory)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path one : folders) {
            try (Stream<Path> children = Files.list(one)) {
                if (children.findAny().isPresent()) {
                    continue;
                }
            }
            Files.delete(one);
        }
    }
}
