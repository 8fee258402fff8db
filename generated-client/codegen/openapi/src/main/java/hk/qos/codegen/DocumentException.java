package hk.qos.codegen;

/** The document contains something that cannot be generated; the message names the place. */
final class DocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DocumentException(String place, String problem) {
        super(place + ": " + problem);
    }
}
