package hk.qos.stream.internal.io;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a connection or an attempt ended.
 *
 * @param code the HTTP status or the WebSocket close code, where the kind has one, else 0
 * @param retryAfter how long the server asks to wait, if it said so
 * @param detail for people; never quotes a header, but may quote the reason of a Close frame or the words of a refusal
 * @param body the beginning of what came with an HTTP status other than 101; empty if nothing did
 * @param said what the server said, where it refused the upgrade with words
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
     * What a server said.
     *
     * @param words its own
     * @param refusesCredentials whether they speak of these
     */
    public record Said(String words, boolean refusesCredentials) {}

    public ConnectionEnd(Kind kind, int code, @Nullable Duration retryAfter, String detail, @Nullable Throwable cause) {
        this(kind, code, retryAfter, detail, cause, "", null);
    }

    private static final int TOO_BIG = 1009;

    /** The code of a Close frame that has none. */
    public static final int NO_STATUS = 1005;

    /** The code of a proxy that does not accept our credentials, or wants some: that of HTTP. */
    public static final int PROXY_AUTHENTICATION = 407;

    /** What ended it. */
    public enum Kind {
        /** The settings make every attempt pointless. */
        UNUSABLE,
        RESOLVE,
        CONNECT,
        PROXY,
        TLS,
        /** The server's certificate is not trusted, has expired, or is for another host. */
        CERTIFICATE,
        /** The server answered the upgrade with an HTTP status other than 101. */
        UPGRADE_REFUSED,
        /** It answered 101, but wrongly. */
        UPGRADE_INVALID,
        /** A step took longer than its deadline. */
        DEADLINE,
        /** The peer sent a Close frame. */
        CLOSED,
        /** The socket ended without one. */
        LOST,
        /** The peer is silent, or takes nothing any more. */
        DEAD_PEER,
        /** The peer broke the WebSocket protocol or a size limit. */
        PROTOCOL,
        /** A message that is too large, and cannot be thrown away without ending the connection. */
        TOO_LARGE,
        /** Too many malformed messages. */
        MALFORMED,
        /** Our own wish. */
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
        return new ConnectionEnd(Kind.CLOSED, code, null, detail, null);
    }

    /** The server answered the upgrade with {@code status}. */
    public static ConnectionEnd refused(int status, @Nullable Duration retryAfter) {
        return new ConnectionEnd(Kind.UPGRADE_REFUSED, status, retryAfter, refusal(status), null);
    }

    /** The server answered the upgrade with {@code status} and a body that begins so. */
    public static ConnectionEnd refused(int status, @Nullable Duration retryAfter, String body) {
        ConnectionEnd plain = refused(status, retryAfter);
        return new ConnectionEnd(plain.kind, status, retryAfter, plain.detail, null, body, null);
    }

    /** The same refusal with what the server said in it. */
    public ConnectionEnd saying(Said words) {
        return new ConnectionEnd(kind, code, retryAfter, detail + ": " + words.words(), cause, "", words);
    }

    /** What a refusal with {@code status} is called. */
    public static String refusal(int status) {
        return "the server answered the upgrade with HTTP " + status;
    }

    /** The kind in one lower-case word, for metrics and recordings. */
    public String word() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it ended at a message that was too large, for us or for the peer. */
    public boolean isTooLarge() {
        return kind == Kind.TOO_LARGE || (kind == Kind.CLOSED && code == TOO_BIG);
    }

    /** Whether the peer, or the network, ended a connection without our asking. */
    public boolean isPeerMade() {
        return kind == Kind.CLOSED || kind == Kind.LOST;
    }
}
