package hk.qos.ws.error;

/** The server understood the command and answered it with an error. */
public class RefusedException extends ClientException {
    private static final long serialVersionUID = 1L;

    private final String command;
    private final String words;

    /**
     * @param command what was refused, in the protocol's own name
     * @param words the server's error text, verbatim
     */
    public RefusedException(String command, String words) {
        super(command + " refused: " + words, null);
        this.command = command;
        this.words = words;
    }

    /** What was refused, in the protocol's own name. */
    public String command() {
        return command;
    }

    /** The server's error text, verbatim. */
    public String words() {
        return words;
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
