package hk.qos.spec.diff.artifact;

/** A published artifact, in the order in which they depend on each other. */
public enum Artifact {
    /** The stream's engine. */
    RUNTIME("qos-ws-runtime", "ws-runtime", ""),
    /** The client. */
    CLIENT("qos-client", "generated-client", ""),
    /** The simulator as users' tests see it: its switch, the JUnit extension, what can be scripted, broken and observed. */
    CONFORMANCE(
            "qos-conformance-tests",
            "conformance-tests",
            "hk\\.qos\\.(demo|simulator\\.(access|answer|server|spec))\\..*");

    private final String id;
    private final String room;
    private final String unpromised;

    Artifact(String id, String room, String unpromised) {
        this.id = id;
        this.room = room;
        this.unpromised = unpromised;
    }

    /** The name under which it is published: {@code qos-client}. */
    public String id() {
        return id;
    }

    /** Its folder in the repository. */
    public String room() {
        return room;
    }

    /** Whether users may build on the class; nothing is promised of packages named {@code internal}, and of some others. */
    public boolean promises(String type) {
        return !type.contains(".internal.") && !type.matches(unpromised);
    }
}
