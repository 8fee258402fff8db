package hk.qos.client.internal.text;

/** Words for what Moshi and parsers of numbers and times say about JSON. */
public final class JsonMessages {
    private static final String LENIENT = "Use JsonReader.setLenient(true) to accept malformed JSON";

    private JsonMessages() {}

    /** What is wrong with a text, without advice that a caller cannot follow. */
    public static String of(Exception fault) {
        String message = fault.getMessage();
        return message == null || message.isBlank() ? "not valid" : message.replace(LENIENT, "malformed JSON");
    }
}
