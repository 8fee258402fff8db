package hk.qos.stream.spi;

import hk.qos.stream.StreamTls;
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
 * What TLS settings come to, for the stream and for what is asked beside it.
 *
 * @param context with keys and trust
 * @param trustManager the one that the context goes by
 */
public record TlsSetup(SSLContext context, X509TrustManager trustManager) {

    /**
     * Puts the settings into effect.
     *
     * @param trusted certificates to trust beside those of the JDK
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
     * Refuses trust that is said in two places.
     *
     * @throws IllegalArgumentException if {@code tls} has trust of its own and {@code trusted} names certificates, too
     */
    public static void refuseTwoTrusts(StreamTls tls, List<X509Certificate> trusted) {
        if (tls.trustManager() != null && !trusted.isEmpty()) {
            throw new IllegalArgumentException("trustedCertificates cannot be set beside a trust manager or SSLContext,"
                    + " which must trust them itself");
        }
    }
}
