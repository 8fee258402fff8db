package hk.qos.spec.diff;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings of a run, from {@code name=value} arguments; see the profile {@code spec-diff} of the build.
 *
 * @param root the repository's top folder
 * @param work the folder for the other commit's files
 * @param base the commit to compare with; empty for the last release
 * @param version the version that the build declares
 * @param write whether to write the entry to the changelog; by default only if {@code gate} is false
 * @param gate whether to fail if the version is too low, or something could not be compared
 * @param maven the command of Maven
 */
record Settings(Path root, Path work, String base, String version, boolean write, boolean gate, List<String> maven) {
    static Settings of(String... arguments) {
        Map<String, String> values = Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, last) -> last));
        Path root = Path.of(values.getOrDefault("root", "")).toAbsolutePath().normalize();
        Path work = root.resolve(values.getOrDefault("work", "target/spec-diff"));
        boolean gate = Boolean.parseBoolean(values.get("gate"));
        String write = values.getOrDefault("write", "");
        Stream<String> maven = Stream.of(values.getOrDefault("maven", "mvn").split("\\|"));
        Stream<String> offline = Boolean.parseBoolean(values.get("offline")) ? Stream.of("-o") : Stream.of();
        return new Settings(
                root,
                work.normalize(),
                values.getOrDefault("base", "").strip(),
                values.getOrDefault("version", ""),
                write.isEmpty() ? !gate : Boolean.parseBoolean(write),
                gate,
                Stream.concat(maven, offline).toList());
    }
}
