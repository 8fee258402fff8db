package hk.qos.stream.spi;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/**
 * Delegates to a trust manager, for the chain only. Since this is no {@link javax.net.ssl.X509ExtendedTrustManager}, the JDK
 * verifies the host name itself.
 */
record PlainTrust(X509TrustManager trust) implements X509TrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        trust.checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        trust.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }
}
