package hk.qos.spec.diff;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A published artifact, in the order in which they depend on each other. */
enum Artifact {
    RUNTIME("qos-ws-runtime", "ws-runtime", ""),
    CLIENT("qos-client", "generated-client", ""),
    /** The simulator as users' tests see it: its switch, the JUnit extension, what can be scripted, broken and observed. */
    CONFORMANCE(
            "qos-conformance-tests", "conformance-tests", "hk.qos.(demo|simulator.(access|answer|server|spec))[.].*");

    private final String id;
    private final String room;
    private final String unpromised;

    Artifact(String id, String room, String unpromised) {
        this.id = id;
        this.room = room;
        this.unpromised = unpromised;
    }

    /** The name under which it is published: {@code qos-client}. */
    String id() {
        return id;
    }

    /** Its folder in the repository. */
    String room() {
        return room;
    }

    /** Whether users may build on the class; nothing is promised of packages named {@code internal}, and of some others. */
    boolean promises(String type) {
        return !type.contains(".internal.") && !type.matches(unpromised);
    }

    /** Its jar of that version as the build of a tree left it; those of other versions may lie beside it. */
    Optional<Path> jar(Path tree, String version) {
        return Optional.of(tree.resolve(room).resolve("target").resolve(id + "-" + version + ".jar"))
                .filter(Files::isRegularFile);
    }
}
