package hk.qos.codegen;

/** The document says something that no code can be made of; the message names the place. */
final class DocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DocumentException(String place, String problem) {
        super(place + ": " + problem);
    }
}
