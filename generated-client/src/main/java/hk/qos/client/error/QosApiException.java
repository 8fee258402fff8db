package hk.qos.client.error;

import hk.qos.ws.error.RefusedException;

/** The server answered a request with an error. It has no error codes, only {@linkplain #words() words}. */
public class QosApiException extends RefusedException {
    private static final long serialVersionUID = 1L;

    private final int httpStatus;

    /**
     * @param words the server's error text, verbatim
     * @param httpStatus the status that it came with, often 200
     */
    public QosApiException(String operation, String words, int httpStatus) {
        super(operation, words);
        this.httpStatus = httpStatus;
    }

    /** The HTTP status that the refusal came with, often 200. */
    public int httpStatus() {
        return httpStatus;
    }
}
