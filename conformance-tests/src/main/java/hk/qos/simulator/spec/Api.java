package hk.qos.simulator.spec;

/**
 * Everything that the documents say, read once.
 *
 * @param http the HTTP interfaces
 * @param stream the stream's commands
 * @param codes how instruments are spelled
 */
public record Api(HttpInterfaces http, StreamCommands stream, Codes codes) {
    private static final class Loaded {
        static final Api STANDARD = of(Documents.load());
    }

    /** What the documents of this version say, read once in a process. */
    public static Api standard() {
        return Loaded.STANDARD;
    }

    /** What these documents say. */
    public static Api of(Documents documents) {
        Schemas schemas = new Schemas(documents);
        return new Api(
                new HttpInterfaces(documents, schemas), new StreamCommands(documents, schemas), new Codes(documents));
    }
}
