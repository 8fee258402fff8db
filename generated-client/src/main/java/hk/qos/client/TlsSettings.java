package hk.qos.client;

import hk.qos.stream.internal.check.Checks;
import hk.qos.stream.spi.StreamTls;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The TLS settings of a builder. Settings that exclude each other are refused when the client is built. */
final class TlsSettings {
    private @Nullable StreamTls context;
    private @Nullable X509TrustManager trustManager;
    private @Nullable X509KeyManager keyManager;
    private @Nullable StreamTls clientCertificate;
    private List<X509Certificate> trusted = List.of();

    void context(SSLContext context, X509TrustManager trustManager) {
        this.context = StreamTls.of(context, trustManager);
    }

    void trustManager(X509TrustManager trustManager) {
        this.trustManager = Checks.required("trustManager", trustManager);
    }

    void keyManager(X509KeyManager keyManager) {
        this.keyManager = Checks.required("keyManager", keyManager);
    }

    void clientCertificate(PrivateKey key, Collection<X509Certificate> chain) {
        this.clientCertificate = StreamTls.defaults().withClientCertificate(key, chain);
    }

    void trusted(Collection<X509Certificate> certificates) {
        this.trusted = Checks.items("trustedCertificates", certificates, 0, Integer.MAX_VALUE);
    }

    List<X509Certificate> trusted() {
        return trusted;
    }

    /** @throws IllegalArgumentException if two settings exclude each other; names both */
    StreamTls build() {
        if (context != null) {
            refuse(trustManager != null, "trustManager", "sslContext", "initialise the SSLContext with it");
            refuse(keyManager != null, "keyManager", "sslContext", "initialise the SSLContext with it");
            refuse(clientCertificate != null, "clientCertificate", "sslContext", "initialise the SSLContext with it");
            refuse(!trusted.isEmpty(), "trustedCertificates", "sslContext", "let its trust manager accept them");
            return context;
        }
        refuse(
                trustManager != null && !trusted.isEmpty(),
                "trustedCertificates",
                "trustManager",
                "let the trust manager accept them");
        refuse(
                clientCertificate != null && keyManager != null,
                "clientCertificate",
                "keyManager",
                "let the key manager choose it");
        StreamTls keys = clientCertificate != null ? clientCertificate : StreamTls.defaults();
        keys = keyManager == null ? keys : keys.withKeyManager(keyManager);
        return trustManager == null ? keys : keys.withTrustManager(trustManager);
    }

    private static void refuse(boolean both, String one, String other, String remedy) {
        if (both) {
            throw new IllegalArgumentException(one + " cannot be combined with " + other + ": " + remedy);
        }
    }
}
