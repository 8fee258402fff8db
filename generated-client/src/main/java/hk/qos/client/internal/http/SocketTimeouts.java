package hk.qos.client.internal.http;

import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * The timeouts of OkHttp, to name the one that was exceeded. Zero means none.
 *
 * @param attempt OkHttp's call timeout
 */
public record SocketTimeouts(Duration connect, Duration read, Duration write, Duration attempt) {

    /** What took too long, and the setting; {@code detail} is the message of {@code thrown}. */
    String exceeded(Throwable thrown, String detail) {
        boolean connecting = thrown instanceof NoConnectionException;
        boolean ofSocket = thrown instanceof SocketTimeoutException
                || (thrown instanceof NoConnectionException none && none.attempt() instanceof SocketTimeoutException);
        if (!ofSocket) {
            return "the attempt did not end within " + millis(attempt) + " (setting: HttpTimeouts.attempt)";
        }
        if (connecting) {
            return "no connection within the timeouts (settings: HttpTimeouts.connect, " + millis(connect)
                    + ", and HttpTimeouts.read, " + millis(read) + "): " + detail;
        }
        return "the server sent nothing for " + millis(read) + " (setting: HttpTimeouts.read), or took nothing for "
                + millis(write) + " (setting: HttpTimeouts.write)";
    }

    private static String millis(Duration timeout) {
        return timeout.toMillis() + " ms";
    }
}
