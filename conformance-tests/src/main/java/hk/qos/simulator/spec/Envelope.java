package hk.qos.simulator.spec;

/**
 * The fields of every answer, as a document's {@code x-envelope} names them.
 *
 * @param status the field with the status
 * @param ok the status of success
 * @param data the field with the payload
 * @param answer the field with the type of an answer, on the stream
 * @param push the field with the type of a push, on the stream
 */
public record Envelope(String status, String ok, String data, String answer, String push) {
    static Envelope of(DocumentNode document) {
        DocumentNode at = document.member("x-envelope");
        return new Envelope(
                at.text("status", "msg"),
                at.text("ok", "OK"),
                at.text("data", "data"),
                at.text("answer", "type"),
                at.text("push", "tp"));
    }
}
