package hk.qos.error;

import java.util.OptionalInt;

/** The server answered with an error. {@link #serverMessage} is all that it says. */
public class RefusedException extends ClientException {
    private static final long serialVersionUID = 1L;

    private final String command;
    private final String serverMessage;
    private final int httpStatus;

    /**
     * By stream.
     *
     * @param command what was refused, in the protocol's own name
     * @param serverMessage the server's error text, verbatim
     */
    public RefusedException(String command, String serverMessage) {
        this(command, serverMessage, 0);
    }

    /**
     * By HTTP.
     *
     * @param command what was refused, in the protocol's own name
     * @param serverMessage the server's error text, verbatim
     * @param httpStatus the status that it came with, often 200
     */
    public RefusedException(String command, String serverMessage, int httpStatus) {
        super(command + " refused: " + serverMessage, null);
        this.command = command;
        this.serverMessage = serverMessage;
        this.httpStatus = httpStatus;
    }

    /** What was refused, in the protocol's own name. */
    public String command() {
        return command;
    }

    /** The server's error text, verbatim. */
    @Override
    public String serverMessage() {
        return serverMessage;
    }

    /** The HTTP status that the refusal came with, often 200; empty if it came by stream. */
    @Override
    public OptionalInt httpStatus() {
        return httpStatus == 0 ? OptionalInt.empty() : OptionalInt.of(httpStatus);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
