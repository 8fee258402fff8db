// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

/**
 * Part of a trading day. The United States have four, other markets have the regular session only.
 */
public enum Session {
    /** Unknown. On the wire {@code 0}. */
    UNKNOWN(0),

    /** Overnight, from 20:00 to 03:50 in New York. On the wire {@code 1}. */
    NIGHT(1),

    /** Before the opening. On the wire {@code 2}. */
    PRE_MARKET(2),

    /** Regular session. On the wire {@code 3}. */
    REGULAR(3),

    /** After the close. On the wire {@code 4}. */
    AFTER_HOURS(4),

    /** A received value that this version does not know. It cannot be sent. */
    UNRECOGNIZED(Integer.MIN_VALUE);

    private final int wire;

    Session(int wire) {
        this.wire = wire;
    }

    /**
     * Returns the value on the wire.
     *
     * @throws IllegalStateException for {@link #UNRECOGNIZED}
     */
    public int wire() {
        if (this == UNRECOGNIZED) {
            throw new IllegalStateException("Session.UNRECOGNIZED cannot be sent");
        }
        return wire;
    }

    /** Returns the constant of a value on the wire; {@link #UNRECOGNIZED} if this version does not know it. */
    public static Session fromWire(int wire) {
        return switch (wire) {
            case 0 -> UNKNOWN;
            case 1 -> NIGHT;
            case 2 -> PRE_MARKET;
            case 3 -> REGULAR;
            case 4 -> AFTER_HOURS;
            default -> UNRECOGNIZED;
        };
    }
}
