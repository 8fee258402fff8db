package hk.qos.simulator.spec;

/**
 * A problem of a message.
 *
 * @param field path of the field, such as {@code kline_reqs[0].co}; empty for the message as a whole
 * @param value the value found, as JSON, shortened
 * @param rule the rule that the value violates
 */
public record Problem(String field, String value, String rule) {
    private static final int MAX_VALUE_LENGTH = 80;

    /** Long values are truncated. */
    public Problem {
        value = value.length() <= MAX_VALUE_LENGTH ? value : value.substring(0, MAX_VALUE_LENGTH) + "...";
    }

    @Override
    public String toString() {
        return (field.isEmpty() ? "message" : field) + " " + value + ": " + rule;
    }
}
