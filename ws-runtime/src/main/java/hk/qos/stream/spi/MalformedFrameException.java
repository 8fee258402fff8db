package hk.qos.stream.spi;

/** A frame, or a part of it, violates the protocol. The message names the position and quotes at most a few bytes. */
public final class MalformedFrameException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message the fault and its position */
    public MalformedFrameException(String message) {
        super(message);
    }

    /** @param message the fault and its position */
    public MalformedFrameException(String message, Throwable cause) {
        super(message, cause);
    }
}
