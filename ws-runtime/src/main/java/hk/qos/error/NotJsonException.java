package hk.qos.error;

/** The answer claims success and is not JSON at all: a gateway's page, a captive portal, or nothing. */
public class NotJsonException extends ProtocolException {
    private static final long serialVersionUID = 1L;

    /** @param found what came instead, without its content */
    public NotJsonException(String operation, String found) {
        super(operation + " was answered with " + found + " instead of JSON");
    }
}
