package hk.qos.ws.internal.netty;

import hk.qos.ws.internal.io.ConnectionEnd;
import hk.qos.ws.internal.io.ConnectionEnd.Kind;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.proxy.ProxyConnectException;
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
        CertificateException certificate = find(CertificateException.class, cause);
        return certificate != null
                ? ConnectionEnd.of(
                        Kind.CERTIFICATE, "the certificate of " + endpoint + " is refused: " + text(certificate), cause)
                : ConnectionEnd.of(Kind.TLS, "no TLS with " + endpoint + ": " + text(cause), cause);
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
