package hk.qos.stream.spi;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Trusts the JDK's certificates and additional ones. Both trust managers verify the host name. */
final class AddedTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager standard;
    private final X509ExtendedTrustManager added;

    AddedTrust(List<X509Certificate> certificates) throws GeneralSecurityException {
        this.standard = manager(null);
        this.added = manager(store(certificates));
    }

    /** The JDK's trust. */
    static X509ExtendedTrustManager ofJdk() throws GeneralSecurityException {
        return manager(null);
    }

    private static KeyStore store(List<X509Certificate> certificates) throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < certificates.size(); i++) {
                store.setCertificateEntry("added-" + i, certificates.get(i));
            }
            return store;
        } catch (java.io.IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static X509ExtendedTrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new GeneralSecurityException("this JDK has no X.509 trust manager");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        try {
            added.checkServerTrusted(chain, type, engine);
        } catch (CertificateException notAdded) {
            try {
                standard.checkServerTrusted(chain, type, engine);
            } catch (CertificateException notStandard) {
                throw moreSpecific(notAdded, notStandard);
            }
        }
    }

    /** The failure of the trust manager that knows the issuer, since it describes the fault. */
    private static CertificateException moreSpecific(CertificateException added, CertificateException standard) {
        return added.getCause() instanceof CertPathBuilderException ? standard : added;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        try {
            added.checkServerTrusted(chain, type, socket);
        } catch (CertificateException notAdded) {
            try {
                standard.checkServerTrusted(chain, type, socket);
            } catch (CertificateException notStandard) {
                throw moreSpecific(notAdded, notStandard);
            }
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("a check without the host name is not supported");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        List<X509Certificate> all = new ArrayList<>(Arrays.asList(standard.getAcceptedIssuers()));
        all.addAll(Arrays.asList(added.getAcceptedIssuers()));
        return all.toArray(X509Certificate[]::new);
    }
}
