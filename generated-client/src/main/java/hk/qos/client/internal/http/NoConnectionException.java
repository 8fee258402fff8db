package hk.qos.client.internal.http;

import java.io.IOException;
import java.net.ConnectException;
import org.jspecify.annotations.Nullable;

/** No connection could be made, so that nothing of the request was sent. */
final class NoConnectionException extends ConnectException {
    private static final long serialVersionUID = 1L;

    private final IOException attempt;

    /**
     * @param proxy its address, or null for none
     * @param attempt the exception of OkHttp
     */
    NoConnectionException(@Nullable String proxy, IOException attempt) {
        super("no connection" + (proxy == null ? "" : " through the proxy " + proxy) + ": " + reason(attempt));
        this.attempt = attempt;
        initCause(attempt);
    }

    IOException attempt() {
        return attempt;
    }

    private static String reason(IOException attempt) {
        String message = attempt.getMessage();
        return message == null ? attempt.getClass().getSimpleName() : message;
    }
}
