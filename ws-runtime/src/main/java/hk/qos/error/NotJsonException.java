package hk.qos.error;

import hk.qos.stream.internal.check.Checks;

/** The answer has a status of success, but is not JSON: a gateway's page, a captive portal, or an empty body. */
public class NotJsonException extends ProtocolException {
    private static final long serialVersionUID = 1L;

    /** @param found a description of the body, without its content */
    public NotJsonException(String operation, String found) {
        super(Checks.required("operation", operation) + " was answered with " + Checks.required("found", found)
                + " instead of JSON");
    }
}
