package hk.qos.simulator.fault;

/**
 * A fault that replaces the execution of a frame.
 *
 * @param effect the effect
 * @param errorText the error text of a refusal
 * @param closeCode the status code of a Close frame
 */
public record FrameFault(Effect effect, String errorText, int closeCode) {
    /** The effects. */
    public enum Effect {
        /** The frame is answered with an error text. */
        REFUSE,
        /** The frame is ignored. */
        IGNORE,
        /** The connection is closed. */
        CLOSE
    }

    static FrameFault refuse(String errorText) {
        return new FrameFault(Effect.REFUSE, errorText, 0);
    }

    static FrameFault close(int closeCode) {
        return new FrameFault(Effect.CLOSE, "Simulated fault", closeCode);
    }
}
