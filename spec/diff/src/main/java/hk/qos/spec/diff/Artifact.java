package hk.qos.spec.diff;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A published artifact, in the order in which they depend on each other. */
enum Artifact {
    RUNTIME("qos-ws-runtime", "ws-runtime", ""),
    CLIENT("qos-client", "generated-client", ""),
    /** The simulator as users' tests see it: the server, the JUnit extension, scripts, faults and observations. */
    CONFORMANCE(
            "qos-conformance-tests", "conformance-tests", "hk.qos.(demo|simulator.(access|answer|server|spec))[.].*");

    private final String id;
    private final String directory;
    private final String unpromised;

    Artifact(String id, String directory, String unpromised) {
        this.id = id;
        this.directory = directory;
        this.unpromised = unpromised;
    }

    /** The artifact id, such as {@code qos-client}. */
    String id() {
        return id;
    }

    /** Its directory in the repository. */
    String directory() {
        return directory;
    }

    /** Whether a class is part of the public API; packages named {@code internal} and some others are not. */
    boolean promises(String type) {
        return !type.contains(".internal.") && !type.matches(unpromised);
    }

    /** The jar of this version in a built tree, which may contain jars of other versions. */
    Optional<Path> jar(Path tree, String version) {
        return Optional.of(tree.resolve(directory).resolve("target").resolve(id + "-" + version + ".jar"))
                .filter(Files::isRegularFile);
    }
}
