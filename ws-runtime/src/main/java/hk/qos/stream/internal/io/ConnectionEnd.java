package hk.qos.stream.internal.io;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a connection or an attempt ended.
 *
 * @param code the HTTP status of the server or proxy, or the WebSocket close code; 0 if there is none
 * @param retryAfter how long the server asks to wait, if it does
 * @param detail a description, without headers; it may quote the reason of a Close frame or the message of a refusal
 * @param body the beginning of the body of an HTTP answer other than 101; empty if there is none
 * @param said the message of the server in a refused upgrade or a Close frame, or of a proxy
 */
public record ConnectionEnd(
        Kind kind,
        int code,
        @Nullable Duration retryAfter,
        String detail,
        @Nullable Throwable cause,
        String body,
        @Nullable Said said) {

    /**
     * A server's message.
     *
     * @param message the message
     * @param refusesCredentials whether it refuses the credentials
     */
    public record Said(String message, boolean refusesCredentials) {}

    public ConnectionEnd(Kind kind, int code, @Nullable Duration retryAfter, String detail, @Nullable Throwable cause) {
        this(kind, code, retryAfter, detail, cause, "", null);
    }

    private static final int TOO_BIG = 1009;

    /** The code of a Close frame that has none. */
    public static final int NO_STATUS = 1005;

    /** The cause of the end. */
    public enum Kind {
        /** The settings do not allow any attempt. */
        UNUSABLE,
        RESOLVE,
        CONNECT,
        PROXY,
        TLS,
        /** The server's certificate is not trusted, has expired, or is for another host. */
        CERTIFICATE,
        /** The peer speaks another protocol: no TLS, or no HTTP. */
        FOREIGN,
        /** The server answered the upgrade with an HTTP status other than 101. */
        UPGRADE_REFUSED,
        /** The server answered 101, but not as RFC 6455 requires. */
        UPGRADE_INVALID,
        /** A step took longer than its timeout. */
        TIMEOUT,
        /** The peer sent a Close frame. */
        CLOSED,
        /** The socket was closed without a Close frame. */
        LOST,
        /** The peer is silent, or does not read. */
        DEAD_PEER,
        /** The peer broke the WebSocket protocol or a size limit. */
        PROTOCOL,
        /** A message is too large and cannot be skipped. */
        TOO_LARGE,
        /** Too many malformed messages. */
        MALFORMED,
        /** The stream ended the connection. */
        LOCAL
    }

    public static ConnectionEnd of(Kind kind, String detail) {
        return new ConnectionEnd(kind, 0, null, detail, null);
    }

    public static ConnectionEnd of(Kind kind, String detail, @Nullable Throwable cause) {
        return new ConnectionEnd(kind, 0, null, detail, cause);
    }

    /** The peer sent a Close frame with {@code code} and, unless empty, {@code reason}. */
    public static ConnectionEnd closed(int code, String reason) {
        String why = code == NO_STATUS ? "without saying why" : (code + " " + reason).strip();
        String detail = "the server closed the connection" + (code == NO_STATUS ? " " : ": ") + why;
        Said said = reason.isBlank() ? null : new Said(reason, false);
        return new ConnectionEnd(Kind.CLOSED, code, null, detail, null, "", said);
    }

    /** The server answered the upgrade with {@code status}. */
    public static ConnectionEnd refused(int status, @Nullable Duration retryAfter) {
        return new ConnectionEnd(Kind.UPGRADE_REFUSED, status, retryAfter, refusal(status), null);
    }

    /** The server answered the upgrade with {@code status} and a body that starts with {@code body}. */
    public static ConnectionEnd refused(int status, @Nullable Duration retryAfter, String body) {
        ConnectionEnd plain = refused(status, retryAfter);
        return new ConnectionEnd(plain.kind, status, retryAfter, plain.detail, null, body, null);
    }

    /** The same refusal with the server's message. */
    public ConnectionEnd saying(Said message) {
        return new ConnectionEnd(kind, code, retryAfter, detail + ": " + message.message(), cause, "", message);
    }

    /**
     * A proxy answered.
     *
     * @param status the status of its HTTP answer; 0 if it does not speak HTTP
     * @param refusesCredentials whether it needs credentials or rejects them
     */
    public static ConnectionEnd ofProxy(
            int status, String detail, String message, boolean refusesCredentials, @Nullable Throwable cause) {
        return new ConnectionEnd(Kind.PROXY, status, null, detail, cause, "", new Said(message, refusesCredentials));
    }

    /** Whether the server or a proxy refused the credentials by its message. */
    public boolean refusesCredentials() {
        return said != null && said.refusesCredentials();
    }

    /** The server's message; {@code null} if there is none. */
    public @Nullable String serverMessage() {
        return said == null ? null : said.message();
    }

    /** The description of a refusal with {@code status}. */
    public static String refusal(int status) {
        return "the server answered the upgrade with HTTP " + status;
    }

    /** The kind in one lower-case word, for metrics and recordings. */
    public String word() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a message was too large, for this side or the peer. */
    public boolean isTooLarge() {
        return kind == Kind.TOO_LARGE || (kind == Kind.CLOSED && code == TOO_BIG);
    }

    /** Whether the peer or the network ended the connection. */
    public boolean isPeerMade() {
        return kind == Kind.CLOSED || kind == Kind.LOST;
    }
}
