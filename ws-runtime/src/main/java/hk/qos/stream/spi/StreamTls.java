package hk.qos.stream.spi;

import hk.qos.stream.internal.check.Checks;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trust and client certificate of TLS, for networks with their own certificate authority and servers that require a client
 * certificate. By default the JDK's trust and no client certificate. TLS 1.2 is the minimum and host names are always
 * verified; no setting changes that. Immutable.
 */
public final class StreamTls {
    private static final StreamTls DEFAULTS = new StreamTls(null, null, null);

    private final @Nullable SSLContext context;
    private final @Nullable X509TrustManager trustManager;
    private final @Nullable X509KeyManager keyManager;

    private StreamTls(
            @Nullable SSLContext context,
            @Nullable X509TrustManager trustManager,
            @Nullable X509KeyManager keyManager) {
        this.context = context;
        this.trustManager = trustManager;
        this.keyManager = keyManager;
    }

    /** The JDK's trust, and no client certificate. */
    public static StreamTls defaults() {
        return DEFAULTS;
    }

    /**
     * An SSL context, for what the other settings cannot express. It has its own keys and trust.
     *
     * @param context initialised with {@code trustManager}
     * @param trustManager the trust manager of the context. An {@link javax.net.ssl.X509ExtendedTrustManager} must obey the
     *     endpoint identification of the engine, as those of the JDK do, since that verifies the host name
     * @throws IllegalArgumentException if one is null
     */
    public static StreamTls of(SSLContext context, X509TrustManager trustManager) {
        return new StreamTls(Checks.required("context", context), Checks.required("trustManager", trustManager), null);
    }

    /**
     * Replaces the JDK's trust.
     *
     * @throws IllegalArgumentException if it is null, or this has an SSL context
     */
    public StreamTls withTrustManager(X509TrustManager trustManager) {
        refuseContext("trustManager");
        return new StreamTls(null, Checks.required("trustManager", trustManager), keyManager);
    }

    /**
     * Sets the keys from which the client certificate is chosen.
     *
     * @throws IllegalArgumentException if it is null, or this has an SSL context
     */
    public StreamTls withKeyManager(X509KeyManager keyManager) {
        refuseContext("keyManager");
        return new StreamTls(null, trustManager, Checks.required("keyManager", keyManager));
    }

    /**
     * Sets one client certificate, which is sent to every server that requests one.
     *
     * @param chain the certificate, followed by its issuers
     * @throws IllegalArgumentException if one is null, the chain is empty, or this has an SSL context
     */
    public StreamTls withClientCertificate(PrivateKey key, Collection<X509Certificate> chain) {
        List<X509Certificate> certificates = Checks.items("chain", chain);
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("chain must start with the client certificate, not be empty");
        }
        return withKeyManager(new OneKey(Checks.required("key", key), certificates));
    }

    private void refuseContext(String name) {
        if (context != null) {
            throw new IllegalArgumentException(
                    name + " cannot be combined with an SSLContext: initialise the SSLContext with it");
        }
    }

    /** The SSL context; {@code null} for none. */
    public @Nullable SSLContext context() {
        return context;
    }

    /** The trust manager; {@code null} for the JDK's. */
    public @Nullable X509TrustManager trustManager() {
        return trustManager;
    }

    /** The key manager; {@code null} for no client certificate. */
    public @Nullable X509KeyManager keyManager() {
        return keyManager;
    }

    /** Names what is set, and shows no keys. */
    @Override
    public String toString() {
        return "StreamTls["
                + (context != null ? "own context" : trustManager != null ? "own trust" : "trust of the JDK")
                + (keyManager != null ? ", client certificate" : "")
                + "]";
    }

    private static final class OneKey extends X509ExtendedKeyManager {
        private static final String ALIAS = "client";

        private final PrivateKey key;
        private final List<X509Certificate> chain;

        OneKey(PrivateKey key, List<X509Certificate> chain) {
            this.key = key;
            this.chain = chain;
        }

        private boolean isOf(String type) {
            return type.equals(key.getAlgorithm())
                    || (type.startsWith("EC") && key.getAlgorithm().startsWith("EC"));
        }

        @Override
        public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
            return isOf(type) ? new String[] {ALIAS} : null;
        }

        @Override
        public @Nullable String chooseClientAlias(
                String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
            for (String type : types) {
                if (isOf(type)) {
                    return ALIAS;
                }
            }
            return null;
        }

        @Override
        public @Nullable String chooseEngineClientAlias(
                String[] types, Principal @Nullable [] issuers, javax.net.ssl.@Nullable SSLEngine engine) {
            return chooseClientAlias(types, issuers, null);
        }

        @Override
        public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseServerAlias(
                String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return chain.toArray(X509Certificate[]::new);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return key;
        }
    }
}
