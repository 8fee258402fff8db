package hk.qos.simulator.spec;

/**
 * What is wrong with a message.
 *
 * @param field path of the field, such as {@code kline_reqs[0].co}; empty for the message as a whole
 * @param value what stood there, as JSON, shortened
 * @param rule what should have stood there
 */
public record Problem(String field, String value, String rule) {
    private static final int LONGEST_VALUE = 80;

    /** What the client said is cut off if it is long. */
    public Problem {
        value = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
    }

    @Override
    public String toString() {
        return (field.isEmpty() ? "message" : field) + " " + value + ": " + rule;
    }
}
