package hk.qos.simulator.spec;

/**
 * Everything that the documents say, read once.
 *
 * @param http the HTTP interfaces
 * @param stream the stream's commands
 * @param codes how instruments are spelled
 */
public record Api(HttpInterfaces http, StreamCommands stream, Codes codes) {
    /** What these documents say. */
    public static Api of(Documents documents) {
        Schemas schemas = new Schemas(documents);
        return new Api(
                new HttpInterfaces(documents, schemas), new StreamCommands(documents, schemas), new Codes(documents));
    }
}
