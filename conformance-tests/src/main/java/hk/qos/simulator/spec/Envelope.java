package hk.qos.simulator.spec;

/**
 * The fields of every answer, as a document's {@code x-envelope} names them.
 *
 * @param status the field that says whether it worked
 * @param ok what it says when it did
 * @param data the field with the payload
 * @param answer the field that tells the kind of an answer, on the stream
 * @param push the field that tells the kind of a push, on the stream
 */
public record Envelope(String status, String ok, String data, String answer, String push) {
    static Envelope of(Located document) {
        Located at = document.member("x-envelope");
        return new Envelope(
                at.text("status", "msg"),
                at.text("ok", "OK"),
                at.text("data", "data"),
                at.text("answer", "type"),
                at.text("push", "tp"));
    }
}
