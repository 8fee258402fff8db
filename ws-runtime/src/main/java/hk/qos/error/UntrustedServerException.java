package hk.qos.error;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * The server's certificate is not trusted, is out of date, or is for another host. The message says which, and what
 * helps. No key was sent, and trying again does not help.
 */
public class UntrustedServerException extends ConnectFailedException {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 16;
    private static final int LONGEST_DETAIL = 300;

    /** @param cause what led to it; null for none */
    public UntrustedServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Says in the message what is wrong with a certificate.
     *
     * @param certificate whose it is, such as {@code the certificate of localhost:443}
     * @param cause what the JDK, or who checked the host name, threw
     */
    public static UntrustedServerException of(String certificate, Throwable cause) {
        return new UntrustedServerException(certificate + complaint(cause), cause);
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
            return " is not trusted: it was issued by nobody whom the JDK or the setting trustedCertificates knows;"
                    + " if it is the right one, name its issuer, or itself, in trustedCertificates";
        }
        Throwable otherHost = otherHost(cause);
        if (otherHost != null) {
            return " is for another host (" + detail(otherHost) + "): the address must be one that it names";
        }
        CertificateException refused = find(CertificateException.class, cause);
        return " is refused: " + detail(refused == null ? cause : refused);
    }

    /** OkHttp has a class for it, the JDK only words. */
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
        String line = (text == null ? thrown.getClass().getSimpleName() : text).replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() > LONGEST_DETAIL ? line.substring(0, LONGEST_DETAIL) + "..." : line;
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
