package hk.qos.stream.spi;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;

/**
 * The TLS objects that settings result in, for stream and HTTP.
 *
 * @param context with keys and trust
 * @param trustManager the trust manager of the context
 */
public record TlsSetup(SSLContext context, X509TrustManager trustManager) {

    /**
     * Applies the settings.
     *
     * @param trusted certificates to trust in addition to the JDK's
     * @throws GeneralSecurityException if the JDK's trust store cannot be read, or a key or certificate cannot be used
     */
    public static TlsSetup of(StreamTls tls, List<X509Certificate> trusted) throws GeneralSecurityException {
        SSLContext own = tls.context();
        X509TrustManager trust = tls.trustManager();
        if (own != null && trust != null) {
            return new TlsSetup(own, trust);
        }
        X509TrustManager used;
        if (trust != null) {
            used = trust instanceof X509ExtendedTrustManager ? new PlainTrust(trust) : trust;
        } else {
            used = trusted.isEmpty() ? AddedTrust.ofJdk() : new AddedTrust(trusted);
        }
        X509KeyManager keys = tls.keyManager();
        SSLContext made = SSLContext.getInstance("TLS");
        made.init(keys == null ? null : new KeyManager[] {keys}, new TrustManager[] {used}, null);
        return new TlsSetup(made, used);
    }

    /**
     * Refuses two settings for trust.
     *
     * @throws IllegalArgumentException if {@code tls} has its own trust and {@code trusted} is not empty
     */
    public static void refuseTwoTrusts(StreamTls tls, List<X509Certificate> trusted) {
        if (tls.trustManager() != null && !trusted.isEmpty()) {
            throw new IllegalArgumentException(
                    "trustedCertificates cannot be combined with a trust manager or SSLContext:"
                            + " add the certificates there");
        }
    }
}
