package hk.qos.error;

import hk.qos.stream.internal.check.Checks;

/** The server refused an operation with a message, see {@link #serverMessage}. */
public class RefusedException extends ClientException {
    private static final long serialVersionUID = 1L;

    private final String command;
    private final String serverMessage;

    /**
     * A refusal by stream.
     *
     * @param command the refused operation, and its name in the protocol or section of its documentation
     * @param serverMessage the server's message
     */
    public RefusedException(String command, String serverMessage) {
        this(command, serverMessage, 0);
    }

    /**
     * A refusal by HTTP.
     *
     * @param command the refused operation, and its name in the protocol or section of its documentation
     * @param serverMessage the server's message
     * @param httpStatus the status of the answer, often 200
     */
    public RefusedException(String command, String serverMessage, int httpStatus) {
        super(
                Checks.required("command", command) + " refused: " + Checks.required("serverMessage", serverMessage),
                null,
                serverMessage,
                httpStatus);
        this.command = command;
        this.serverMessage = serverMessage;
    }

    /** The refused operation as it is called, with its name in the protocol or the section of its documentation in parentheses. */
    public String command() {
        return command;
    }

    /** The server's message, verbatim except for secrets. */
    @Override
    public String serverMessage() {
        return serverMessage;
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
