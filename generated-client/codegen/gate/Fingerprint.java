import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks that the generated sources fit the documents: compares checksums of documents, generators and generated files
 * with those recorded by the last generation. Needs a JDK only, so that every build can run it.
 *
 * <p>{@code java Fingerprint.java check|write <notes> <spec> <codegen> <generated> [version...]}
 */
public final class Fingerprint {
    private static final String COMMAND = "mvn -Pregenerate";

    /** The files of the documents' folder from which code is generated, without examples and lint. */
    private static final Set<String> DOCUMENTS = Set.of("openapi.yaml", "asyncapi.yaml", "formats.json", "schemas");

    /** The files of the generators' folder that do not affect generated code, or are not committed. */
    private static final Set<String> NO_SOURCES =
            Set.of("node_modules", "target", "__transpiled", "test", "tests", "gate", "growth", "README.md");

    private Fingerprint() {}

    public static void main(String[] args) {
        if (args.length < 5) {
            System.err.println("usage: check|write <notes> <spec> <codegen> <generated> [version...]");
            System.exit(2);
        }
        System.exit(run(System.err, args));
    }

    /** Returns the exit status: 0 if all is well. */
    static int run(PrintStream err, String... args) {
        Path notes = Path.of(args[1]);
        Map<String, String> now = sums(Path.of(args[2]), Path.of(args[3]), Path.of(args[4]));
        for (String version : List.of(args).subList(5, args.length)) {
            now.put(
                    "version " + version.substring(0, version.indexOf('=')),
                    version.substring(version.indexOf('=') + 1));
        }
        if (args[0].equals("write")) {
            write(notes, now);
            return 0;
        }
        List<String> differences = differences(read(notes), now);
        if (differences.isEmpty()) {
            return 0;
        }
        err.println("The generated sources are not what the documents make:");
        differences.forEach(difference -> err.println("  " + difference));
        err.println(
                "Run `" + COMMAND + "` and look at the diff. Generated files are never edited by hand: the command");
        err.println("rewrites them, so change the document or the template instead.");
        return 1;
    }

    private static List<String> differences(Map<String, String> noted, Map<String, String> now) {
        Set<String> names = new TreeSet<>(noted.keySet());
        names.addAll(now.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            if (!now.containsKey(name)) {
                differences.add("gone:    " + name);
            } else if (!noted.containsKey(name)) {
                differences.add("new:     " + name);
            } else if (!noted.get(name).equals(now.get(name))) {
                differences.add("changed: " + name);
            }
        }
        return differences;
    }

    private static Map<String, String> sums(Path spec, Path codegen, Path generated) {
        Map<String, String> sums = new TreeMap<>();
        try {
            for (String document : DOCUMENTS) {
                add(sums, "spec/" + document, spec.resolve(document), Set.of());
            }
            add(sums, "codegen", codegen, NO_SOURCES);
            add(sums, "generated", generated, Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sums;
    }

    private static void add(Map<String, String> sums, String name, Path path, Set<String> leftOut) throws IOException {
        if (Files.isDirectory(path)) {
            try (Stream<Path> children = Files.list(path)) {
                for (Path child : children.toList()) {
                    String file = child.getFileName().toString();
                    if (!leftOut.contains(file) && !file.startsWith(".")) {
                        add(sums, name + "/" + file, child, leftOut);
                    }
                }
            }
        } else if (Files.exists(path)) {
            sums.put(name, sum(path));
        }
    }

    /** Independent of the line ends of the checkout. */
    private static String sum(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.ISO_8859_1)), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path notes, Map<String, String> sums) {
        List<String> lines = new ArrayList<>();
        lines.add("# What the sources beside this file were generated from, and what came out. Made by `" + COMMAND
                + "`.");
        sums.forEach((name, sum) -> lines.add(sum + "  " + name));
        try {
            Files.createDirectories(notes.toAbsolutePath().getParent());
            Files.writeString(notes, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(Path notes) {
        Map<String, String> sums = new TreeMap<>();
        try {
            for (String line : Files.exists(notes) ? Files.readAllLines(notes) : List.<String>of()) {
                int gap = line.indexOf("  ");
                if (!line.startsWith("#") && gap > 0) {
                    sums.put(line.substring(gap + 2), line.substring(0, gap));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sums;
    }
}
