package hk.qos.ws.internal.netty;

import hk.qos.ws.error.UntrustedServerException;
import hk.qos.ws.internal.io.ConnectionEnd;
import hk.qos.ws.internal.io.ConnectionEnd.Kind;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.proxy.ProxyConnectException;
import io.netty.handler.ssl.NotSslRecordException;
import java.security.cert.CertificateException;
import org.jspecify.annotations.Nullable;

/** What an exception of Netty or the JDK means for a connection. */
final class Failures {
    private static final int DEEPEST = 16;

    private Failures() {}

    static ConnectionEnd connecting(Endpoint endpoint, Throwable cause) {
        if (cause instanceof ProxyConnectException) {
            return ConnectionEnd.of(Kind.PROXY, "the proxy did not connect: " + text(cause), cause);
        }
        return ConnectionEnd.of(Kind.CONNECT, "no connection to " + endpoint + ": " + text(cause), cause);
    }

    static ConnectionEnd tls(Endpoint endpoint, Throwable cause) {
        if (find(CertificateException.class, cause) != null) {
            UntrustedServerException untrusted = UntrustedServerException.of("the certificate of " + endpoint, cause);
            return ConnectionEnd.of(Kind.CERTIFICATE, text(untrusted), cause);
        }
        return ConnectionEnd.of(Kind.TLS, "no TLS with " + endpoint + ": " + tlsTrouble(cause), cause);
    }

    private static String tlsTrouble(Throwable cause) {
        if (find(NotSslRecordException.class, cause) != null) {
            return "it answers with something else; is it the port of ws://?";
        }
        String text = text(cause);
        boolean version = text.contains("protocol_version") || text.contains("protocol version");
        return version ? text + " (1.2 or newer is needed)" : text;
    }

    static ConnectionEnd lost(@Nullable Throwable cause) {
        if (cause == null) {
            return ConnectionEnd.of(Kind.LOST, "the connection was cut without a Close");
        }
        if (find(TooLongFrameException.class, cause) != null
                || find(CorruptedWebSocketFrameException.class, cause) != null
                || cause instanceof DecoderException) {
            return ConnectionEnd.of(Kind.PROTOCOL, "the server broke the WebSocket protocol: " + text(cause), cause);
        }
        return ConnectionEnd.of(Kind.LOST, "the connection was cut: " + text(cause), cause);
    }

    static ConnectionEnd upgrading(Throwable cause) {
        return cause instanceof WebSocketHandshakeException || cause instanceof DecoderException
                ? ConnectionEnd.of(Kind.UPGRADE_INVALID, "the upgrade was answered wrongly: " + text(cause), cause)
                : lost(cause);
    }

    static String text(Throwable cause) {
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
