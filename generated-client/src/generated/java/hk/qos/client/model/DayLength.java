// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.stream.internal.check.Checks;

/**
 * How long a market trades on a day.
 */
public enum DayLength {
    /** A full trading day. On the wire {@code F}. */
    FULL("F"),

    /** A half trading day, as before some holidays. On the wire {@code H}. */
    HALF("H"),

    /** A received value that this version does not know. It cannot be sent. */
    UNRECOGNIZED("");

    private final String wire;

    DayLength(String wire) {
        this.wire = wire;
    }

    /**
     * Returns the value on the wire.
     *
     * @throws IllegalStateException for {@link #UNRECOGNIZED}
     */
    public String wire() {
        if (this == UNRECOGNIZED) {
            throw new IllegalStateException("DayLength.UNRECOGNIZED cannot be sent");
        }
        return wire;
    }

    /**
     * Returns the constant of a value on the wire; {@link #UNRECOGNIZED} if this version does not know it.
     *
     * @throws IllegalArgumentException if {@code wire} is null
     */
    public static DayLength fromWire(String wire) {
        return switch (Checks.required("wire", wire)) {
            case "F" -> FULL;
            case "H" -> HALF;
            default -> UNRECOGNIZED;
        };
    }
}
