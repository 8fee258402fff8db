package hk.qos.spec.diff;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run is told, as {@code name=value} arguments.
 *
 * @param root the repository's top folder
 * @param work where the other commit's files and the report go
 * @param base the commit to compare with; empty for the last release
 * @param version the version that the build declares
 * @param write whether to put the entry into the changelog; unless told, a gate does not
 * @param gate whether a version that is too low, or something that could not be compared, is a failure
 * @param maven how Maven is called
 */
record Settings(Path root, Path work, String base, String version, boolean write, boolean gate, List<String> maven) {
    static Settings of(String... arguments) {
        Map<String, String> values = new TreeMap<>();
        for (String argument : arguments) {
            int split = argument.indexOf('=');
            if (split < 0) {
                throw new IllegalArgumentException("Not name=value: " + argument);
            }
            values.put(argument.substring(0, split), argument.substring(split + 1));
        }
        Path root = Path.of(values.getOrDefault("root", ".")).toAbsolutePath().normalize();
        Path work = Path.of(
                values.getOrDefault("work", root.resolve("target/spec-diff").toString()));
        boolean gate = Boolean.parseBoolean(values.get("gate"));
        String write = values.getOrDefault("write", "");
        return new Settings(
                root,
                work.toAbsolutePath().normalize(),
                values.getOrDefault("base", "").strip(),
                values.getOrDefault("version", ""),
                write.isEmpty() ? !gate : Boolean.parseBoolean(write),
                gate,
                maven(values));
    }

    /** The words of the call, parted by bars, as paths may hold spaces. */
    private static List<String> maven(Map<String, String> values) {
        List<String> words =
                new ArrayList<>(List.of(values.getOrDefault("maven", "mvn").split("\\|")));
        if (Boolean.parseBoolean(values.get("offline"))) {
            words.add("-o");
        }
        return List.copyOf(words);
    }
}
