package hk.qos.client;

/** Why an HTTP call failed before anything was sent, as {@link HttpMetrics} reports it. New reasons may be added. */
public enum HttpRefusal {
    /** The requests of a minute are used up, and the {@link RatePolicy} does not wait so long. */
    RATE_LIMIT("rate-limit"),
    /** The request names more instruments than the plan allows. */
    INSTRUMENT_LIMIT("instrument-limit"),
    /** The client has no API key. */
    MISSING_API_KEY("missing-api-key");

    private final String label;

    HttpRefusal(String label) {
        this.label = label;
    }

    /** The value of tags in metrics, such as {@code rate-limit}. */
    public String label() {
        return label;
    }
}
