package hk.qos.spec.diff.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Builds the published artifacts from the files of another commit, where they lie: packaged, not tested, not installed.
 * Dependencies come from the same local repository as those of the build that asks.
 */
public final class BaseBuild {
    /** The published artifacts and their rooms, in the order in which they depend on each other. */
    public static final Map<String, String> ROOMS =
            Map.of("qos-ws-runtime", "ws-runtime", "qos-client", "generated-client");

    private final Path source;
    private final List<String> maven;

    /**
     * A build that has not run yet.
     *
     * @param source the files of the commit
     * @param maven how Maven is called, with the options that choose repository and network
     */
    public BaseBuild(Path source, List<String> maven) {
        this.source = source;
        this.maven = List.copyOf(maven);
    }

    /** Whether the commit has the rooms of the artifacts at all. */
    public boolean hasArtifacts() {
        return ROOMS.values().stream()
                .allMatch(room -> Files.isRegularFile(source.resolve(room).resolve("pom.xml")));
    }

    /** Builds what is not built yet; the end of Maven's output if that fails. */
    public Optional<String> build() {
        if (ROOMS.keySet().stream().allMatch(artifact -> jar(source, artifact).isPresent())) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(maven);
        words.addAll(List.of(
                "-q",
                "-B",
                "-Dstyle.color=never",
                "-DskipTests",
                "-Dspotless.check.skip=true",
                "-Dmaven.javadoc.skip=true"));
        words.addAll(List.of("-Dmaven.source.skip=true", "-am", "-pl", String.join(",", ROOMS.values()), "package"));
        Command.Result result = Command.run(source, words);
        if (result.succeeded()) {
            return Optional.empty();
        }
        return Optional.of(result.output()
                .lines()
                .limit(5)
                .reduce("", (text, line) -> text + "\n" + line)
                .strip());
    }

    /** The artifact as the build of a tree left it. */
    public static Optional<Path> jar(Path tree, String artifact) {
        Path target = tree.resolve(String.valueOf(ROOMS.get(artifact))).resolve("target");
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches(artifact + "-\\d[^-]*(-SNAPSHOT)?\\.jar"))
                    .max(Path::compareTo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
