package hk.qos.error;

import hk.qos.stream.internal.check.Checks;
import hk.qos.stream.internal.check.OneLine;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * The server's certificate is not trusted, has expired or is not yet valid, or is for another host. The message says which,
 * and what to do. No credentials were sent.
 */
public class UntrustedServerException extends ConnectFailedException {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 16;
    private static final int MAX_DETAIL_LENGTH = 300;

    /** @param cause the cause; {@code null} for none */
    public UntrustedServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Describes in the message what is wrong with a certificate.
     *
     * @param certificate its description, such as {@code the certificate of localhost:443}
     * @param cause the exception of the JDK or of the host name verifier
     */
    public static UntrustedServerException of(String certificate, Throwable cause) {
        return new UntrustedServerException(
                Checks.required("certificate", certificate) + complaint(Checks.required("cause", cause)), cause);
    }

    private static String complaint(Throwable cause) {
        CertificateExpiredException expired = find(CertificateExpiredException.class, cause);
        if (expired != null) {
            return " has expired (" + detail(expired)
                    + "): the server needs a new one, if this machine's clock is right; no setting helps";
        }
        CertificateNotYetValidException early = find(CertificateNotYetValidException.class, cause);
        if (early != null) {
            return " is not valid yet (" + detail(early) + "): is this machine's clock right?";
        }
        if (find(CertPathBuilderException.class, cause) != null) {
            return " is not trusted: neither the JDK nor the setting trustedCertificates knows its issuer;"
                    + " if the certificate is right, add it or its issuer to trustedCertificates";
        }
        Throwable otherHost = otherHost(cause);
        if (otherHost != null) {
            return " is for another host (" + detail(otherHost) + "): use an address that the certificate names";
        }
        CertificateException refused = find(CertificateException.class, cause);
        return " is refused: " + detail(refused == null ? cause : refused);
    }

    /** OkHttp has a class for this, the JDK only a message. */
    private static @Nullable Throwable otherHost(Throwable cause) {
        SSLPeerUnverifiedException unverified = find(SSLPeerUnverifiedException.class, cause);
        if (unverified != null) {
            return unverified;
        }
        CertificateException refused = find(CertificateException.class, cause);
        return refused != null && detail(refused).matches("No (subject alternative|name matching) .*") ? refused : null;
    }

    private static String detail(Throwable thrown) {
        String text = thrown.getMessage();
        return OneLine.cut(OneLine.joined(text == null ? thrown.getClass().getSimpleName() : text), MAX_DETAIL_LENGTH);
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

    @Override
    public boolean isRetryable() {
        return false;
    }
}
