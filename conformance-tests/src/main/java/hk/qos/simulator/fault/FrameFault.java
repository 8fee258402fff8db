package hk.qos.simulator.fault;

/**
 * What is done with a frame in place of obeying it.
 *
 * @param effect what is done
 * @param words of a refusal
 * @param closeCode of WebSocket
 */
public record FrameFault(Effect effect, String words, int closeCode) {
    /** What is done. */
    public enum Effect {
        /** It is answered with an error text. */
        REFUSE,
        /** Nothing. */
        IGNORE,
        /** The connection is closed. */
        CLOSE
    }

    static FrameFault refuse(String words) {
        return new FrameFault(Effect.REFUSE, words, 0);
    }

    static FrameFault close(int closeCode) {
        return new FrameFault(Effect.CLOSE, "Simulated fault", closeCode);
    }
}
