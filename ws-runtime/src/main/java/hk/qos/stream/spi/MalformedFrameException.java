package hk.qos.stream.spi;

/** A frame, or a part of it, is not what the protocol says. Says where; never quotes more than a few bytes. */
public final class MalformedFrameException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, and where */
    public MalformedFrameException(String message) {
        super(message);
    }

    /** @param message what is wrong, and where */
    public MalformedFrameException(String message, Throwable cause) {
        super(message, cause);
    }
}
