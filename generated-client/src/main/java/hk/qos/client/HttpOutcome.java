package hk.qos.client;

/** How an HTTP call or attempt ended, as {@link HttpMetrics} reports it. New outcomes may be added. */
public enum HttpOutcome {
    OK("ok"),
    /** The server refused the request with an error message. */
    REFUSED("refused"),
    /** The API key is missing, wrong or without permission, or the proxy requires other credentials. */
    AUTHENTICATION("authentication"),
    /** HTTP 429. */
    TOO_MANY_REQUESTS("too-many-requests"),
    /** A limit of the plan, or of the size of an answer. */
    LIMIT("limit"),
    TIMEOUT("timeout"),
    CONNECT_FAILED("connect-failed"),
    /** The certificate is not accepted. */
    UNTRUSTED("untrusted"),
    /** The connection ended during the call. */
    CONNECTION_LOST("connection-lost"),
    /** HTTP 5xx. */
    SERVER_ERROR("server-error"),
    UNEXPECTED_STATUS("unexpected-status"),
    /** An invalid answer. */
    PROTOCOL("protocol"),
    /** The calling thread was interrupted. */
    INTERRUPTED("interrupted"),
    /** The caller cancelled the future. */
    CANCELLED("cancelled"),
    /** The client was closed. */
    CLOSED("closed"),
    /** Another failure. */
    FAILED("failed");

    private final String label;

    HttpOutcome(String label) {
        this.label = label;
    }

    /** The value of tags in metrics, such as {@code too-many-requests}. */
    public String label() {
        return label;
    }
}
