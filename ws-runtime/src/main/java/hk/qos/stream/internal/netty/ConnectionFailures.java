package hk.qos.stream.internal.netty;

import hk.qos.error.UntrustedServerException;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.ConnectionEnd.Kind;
import hk.qos.stream.spi.ProxyServer;
import io.netty.handler.codec.CodecException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.proxy.ProxyConnectException;
import io.netty.handler.ssl.NotSslRecordException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Maps exceptions of Netty and the JDK to the end of a connection. */
final class ConnectionFailures {
    private static final int DEEPEST = 16;
    /** Netty's messages for HTTP 407, and for a SOCKS5 proxy that needs credentials or rejects them. */
    private static final Pattern WANTS_CREDENTIALS =
            Pattern.compile("status: 407|authStatus: |unexpected authMethod: ");

    /** Netty's message for an answer of an HTTP proxy. */
    private static final Pattern PROXY_STATUS = Pattern.compile("status: (\\d{3})\\b");

    /** The start of Netty's message for a message that is too large after decompression; others mean corrupt data. */
    private static final String TOO_LARGE_UNPACKED = "Decompression buffer has reached maximum size";

    private static final Pattern WANTS_CERTIFICATE = Pattern.compile("certificate_required|bad_certificate");

    private ConnectionFailures() {}

    static ConnectionEnd connecting(Endpoint endpoint, Throwable cause) {
        ProxyServer proxy = endpoint.proxy;
        if (proxy == null) {
            return ConnectionEnd.of(Kind.CONNECT, "no connection to " + endpoint + ": " + text(cause), cause);
        }
        String who = "the proxy " + proxy.host() + ":" + proxy.port();
        if (!(cause instanceof ProxyConnectException)) {
            return ConnectionEnd.of(Kind.PROXY, who + " cannot be reached: " + text(cause), cause);
        }
        String message = proxyMessage(text(cause));
        Matcher answer = PROXY_STATUS.matcher(message);
        int status = answer.lookingAt() ? Integer.parseInt(answer.group(1)) : 0;
        if (WANTS_CREDENTIALS.matcher(message).lookingAt()) {
            String detail = who + " requires a valid user and password: " + message;
            return ConnectionEnd.ofProxy(status, detail, message, true, null);
        }
        // Netty's exception is not the cause because it keeps all headers of the answer.
        String detail = who + " did not connect to " + endpoint + ": " + message;
        return ConnectionEnd.ofProxy(status, detail, message, false, cause.getCause());
    }

    /** The message without Netty's prefix of protocol and addresses. */
    private static String proxyMessage(String text) {
        int arrow = text.indexOf(" => ");
        int comma = arrow < 0 ? -1 : text.indexOf(", ", arrow);
        return comma < 0 ? text : text.substring(comma + 2);
    }

    /** A step of an attempt threw. An invalid argument cannot succeed later. */
    static ConnectionEnd thrown(Endpoint endpoint, Throwable cause) {
        if (cause instanceof LinkageError unfit) {
            return ConnectionEnd.of(Kind.UNUSABLE, NettyLibrary.unfit(unfit), cause);
        }
        Kind kind = cause instanceof IllegalArgumentException ? Kind.UNUSABLE : Kind.CONNECT;
        return ConnectionEnd.of(kind, "no connection to " + endpoint + ": " + text(cause), cause);
    }

    static ConnectionEnd tls(Endpoint endpoint, Throwable cause) {
        if (find(CertificateException.class, cause) != null) {
            UntrustedServerException untrusted = UntrustedServerException.of("the certificate of " + endpoint, cause);
            return ConnectionEnd.of(Kind.CERTIFICATE, text(untrusted), cause);
        }
        return withoutTls(endpoint.toString(), cause);
    }

    private static ConnectionEnd withoutTls(String server, Throwable cause) {
        Kind kind = find(NotSslRecordException.class, cause) == null ? Kind.TLS : Kind.FOREIGN;
        return ConnectionEnd.of(kind, "no TLS with " + server + ": " + tlsDetail(cause), cause);
    }

    private static String tlsDetail(Throwable cause) {
        if (find(NotSslRecordException.class, cause) != null) {
            return "it does not speak TLS; is it the port of ws://?";
        }
        if (find(ClosedChannelException.class, cause) != null) {
            return "it closed the connection during the handshake";
        }
        String text = text(cause);
        if (WANTS_CERTIFICATE.matcher(text).find()) {
            return text + " (does it require a client certificate? set one with tls)";
        }
        boolean version = text.contains("protocol_version") || text.contains("protocol version");
        return version ? text + " (1.2 or newer is needed)" : text;
    }

    static ConnectionEnd lost(@Nullable Throwable cause) {
        if (cause == null) {
            return ConnectionEnd.of(Kind.LOST, "the connection was cut without a Close");
        }
        if (isTooLarge(cause)) {
            return ConnectionEnd.of(
                    Kind.TOO_LARGE,
                    "a message is larger than StreamLimits.withMaxMessageBytes allows: " + text(cause),
                    cause);
        }
        if (cause instanceof ClosedChannelException) {
            return ConnectionEnd.of(Kind.LOST, "the connection was cut without a Close", cause);
        }
        DecompressionException corrupt = find(DecompressionException.class, cause);
        if (corrupt != null) {
            return ConnectionEnd.of(
                    Kind.PROTOCOL,
                    "the server broke the WebSocket protocol: a message cannot be decompressed: "
                            + text(corrupt.getCause() == null ? corrupt : corrupt.getCause()),
                    cause);
        }
        SSLException tls = find(SSLException.class, cause);
        if (tls != null) {
            return ConnectionEnd.of(Kind.LOST, "the connection was cut, TLS says: " + text(tls), cause);
        }
        if (find(TooLongFrameException.class, cause) != null
                || find(CorruptedWebSocketFrameException.class, cause) != null
                || cause instanceof DecoderException) {
            return ConnectionEnd.of(Kind.PROTOCOL, "the server broke the WebSocket protocol: " + text(cause), cause);
        }
        return ConnectionEnd.of(Kind.LOST, "the connection was cut: " + text(cause), cause);
    }

    private static boolean isTooLarge(Throwable cause) {
        CorruptedWebSocketFrameException corrupted = find(CorruptedWebSocketFrameException.class, cause);
        DecompressionException packed = find(DecompressionException.class, cause);
        return (packed != null && text(packed).startsWith(TOO_LARGE_UNPACKED))
                || (corrupted != null && corrupted.closeStatus().code() == WebSocketCloseStatus.MESSAGE_TOO_BIG.code());
    }

    static ConnectionEnd upgrading(Throwable cause) {
        String wrong = "the upgrade was answered wrongly: " + text(cause);
        if (cause instanceof WebSocketHandshakeException) {
            // The exception is not the cause because it keeps all headers of the answer.
            return ConnectionEnd.of(Kind.UPGRADE_INVALID, wrong);
        }
        if (find(SSLException.class, cause) != null) {
            return withoutTls("the server", cause);
        }
        return cause instanceof CodecException ? ConnectionEnd.of(Kind.UPGRADE_INVALID, wrong, cause) : lost(cause);
    }

    /** The answer to the upgrade cannot be read as HTTP. */
    static ConnectionEnd notHttp(Endpoint endpoint, Throwable cause) {
        if (cause instanceof TooLongFrameException) {
            return upgrading(cause);
        }
        return ConnectionEnd.of(
                Kind.FOREIGN,
                "the answer of " + endpoint + " to the upgrade is not an HTTP response; is it the right port?",
                cause);
    }

    static String text(Throwable cause) {
        if (cause instanceof ClosedChannelException) {
            return "it closed the connection"; // Netty's exception has no message.
        }
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    private static <E extends Throwable> @Nullable E find(Class<E> kind, Throwable cause) {
        Throwable at = cause;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (kind.isInstance(at)) {
                return kind.cast(at);
            }
            at = at.getCause();
        }
        return null;
    }
}
