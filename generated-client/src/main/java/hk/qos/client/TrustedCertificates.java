package hk.qos.client;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Trust in certificates beside those of the JDK. Chains, dates and host names are verified all the same. */
final class TrustedCertificates {
    private TrustedCertificates() {}

    static void addTo(OkHttpClient.Builder http, List<X509Certificate> certificates) {
        try {
            X509TrustManager trust = trustManager(withOthers(certificates));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            http.sslSocketFactory(context.getSocketFactory(), trust);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("trustedCertificates cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyStore withOthers(List<X509Certificate> certificates)
            throws GeneralSecurityException, IOException {
        KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
        anchors.load(null, null);
        int number = 0;
        for (X509Certificate certificate : trustManager(null).getAcceptedIssuers()) {
            anchors.setCertificateEntry("jdk-" + number++, certificate);
        }
        for (X509Certificate certificate : certificates) {
            anchors.setCertificateEntry("added-" + number++, certificate);
        }
        return anchors;
    }

    private static X509TrustManager trustManager(@Nullable KeyStore anchors) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("the JDK has no X.509 trust manager");
    }
}
