package hk.qos.published;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.published.Pom.Dependency;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The dependencies of the published POMs by Gradle's rule: a module is excluded only if every path excludes it, while
 * Maven considers the nearest path only. The test walks each path of declared dependencies with its exclusions.
 */
final class DependencyPathsTest {
    private static final Path REPOSITORY = Path.of(
            Objects.requireNonNull(System.getProperty("local.repository"), "local.repository, which the build sets"));
    private static final Map<String, Path> OURS = Map.of(
            "hk.qos:qos-ws-runtime", Path.of("../ws-runtime/pom.xml"),
            "hk.qos:qos-client", Path.of("../generated-client/pom.xml"),
            "hk.qos:qos-spec", Path.of("../spec/pom.xml"),
            "hk.qos:qos-conformance-tests", Path.of("pom.xml"));

    private final Map<String, List<String>> paths = new TreeMap<>();
    private final Set<String> expanded = new HashSet<>();
    private final Set<List<Object>> walked = new HashSet<>();

    @Test
    void clientHasOneOkHttpOnEveryPath() {
        walkOurs("qos-client");

        assertThat(modules("com.squareup.okhttp3")).containsExactly("com.squareup.okhttp3:okhttp-jvm");
        assertThat(paths.get("com.squareup.retrofit2:retrofit"))
                .contains("qos-client > retrofit", "qos-client > converter-moshi > retrofit");
        assertEveryLibraryWasRead();
    }

    @Test
    void simulatorHasOneOkHttpOnEveryPath() {
        walkOurs("qos-conformance-tests");

        assertThat(modules("com.squareup.okhttp3")).containsExactly("com.squareup.okhttp3:okhttp-jvm");
        assertEveryLibraryWasRead();
    }

    @Test
    void clientHasOnlyTheDeclaredDependencies() {
        walkOurs("qos-client");

        assertThat(paths.keySet())
                .allMatch(module -> module.matches("(hk\\.qos|com\\.squareup\\.(retrofit2|okhttp3|okio|moshi)"
                        + "|org\\.jetbrains\\.kotlin|org\\.jetbrains|io\\.netty|org\\.slf4j|org\\.jspecify):.*"));
    }

    private Set<String> modules(String group) {
        Set<String> modules = new TreeSet<>(paths.keySet());
        modules.removeIf(module -> !module.startsWith(group + ":"));
        return modules;
    }

    /** One version of each module is enough, since the others are evicted. */
    private void assertEveryLibraryWasRead() {
        assertThat(expanded).containsAll(paths.keySet());
    }

    private void walkOurs(String artifact) {
        Path pom = Objects.requireNonNull(OURS.get("hk.qos:" + artifact));
        walk(Pom.read(pom, REPOSITORY), Set.of(), List.of(artifact));
    }

    private void walk(Pom pom, Set<String> excluded, List<String> path) {
        for (Dependency dependency : pom.dependencies()) {
            if (!isExcluded(dependency, excluded)) {
                follow(dependency, excluded, path);
            }
        }
    }

    private void follow(Dependency dependency, Set<String> excluded, List<String> path) {
        List<String> here = new ArrayList<>(path);
        here.add(dependency.artifact());
        paths.computeIfAbsent(dependency.module(), module -> new ArrayList<>()).add(String.join(" > ", here));
        Set<String> below = new HashSet<>(excluded);
        below.addAll(dependency.exclusions());
        if (!walked.add(List.of(dependency.module(), dependency.version(), below))) {
            return;
        }
        Path ours = OURS.get(dependency.module());
        if (ours != null) {
            expanded.add(dependency.module());
            walk(Pom.read(ours, REPOSITORY), below, here);
            return;
        }
        Pom.of(dependency.group(), dependency.artifact(), dependency.version(), REPOSITORY)
                .ifPresent(pom -> {
                    expanded.add(dependency.module());
                    walk(pom, below, here);
                });
    }

    private static boolean isExcluded(Dependency dependency, Set<String> excluded) {
        return excluded.contains(dependency.module())
                || excluded.contains(dependency.group() + ":*")
                || excluded.contains("*:*");
    }
}
