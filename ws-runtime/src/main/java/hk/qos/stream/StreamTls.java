package hk.qos.stream;

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
 * Whom TLS trusts, and what it shows of itself: for networks with an authority of their own, or servers that want a client
 * certificate. Immutable. By default the JDK's trust and no client certificate. Host names are verified in any case, TLS 1.2
 * is the least, and nothing turns that off.
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

    /** What the JDK trusts, and no client certificate. */
    public static StreamTls defaults() {
        return DEFAULTS;
    }

    /**
     * A context of the caller's, for what the other settings cannot say. It has its keys and its trust already.
     *
     * @param context initialised with {@code trustManager}
     * @param trustManager the one that the context goes by. One that takes engines must heed their endpoint identification,
     *     as those of the JDK do: it is what verifies the host name
     * @throws IllegalArgumentException if one is null
     */
    public static StreamTls of(SSLContext context, X509TrustManager trustManager) {
        return new StreamTls(Checks.required("context", context), Checks.required("trustManager", trustManager), null);
    }

    /**
     * The same with trust of the caller's in place of the JDK's.
     *
     * @throws IllegalArgumentException if it is null, or there is a context, which has its own
     */
    public StreamTls withTrustManager(X509TrustManager trustManager) {
        refuseContext("trustManager");
        return new StreamTls(null, Checks.required("trustManager", trustManager), keyManager);
    }

    /**
     * The same with keys of the caller's, from which the client certificate is chosen.
     *
     * @throws IllegalArgumentException if it is null, or there is a context, which has its own
     */
    public StreamTls withKeyManager(X509KeyManager keyManager) {
        refuseContext("keyManager");
        return new StreamTls(null, trustManager, Checks.required("keyManager", keyManager));
    }

    /**
     * The same with one client certificate, which is shown to every server that asks for one.
     *
     * @param chain the certificate, then those that issued it
     * @throws IllegalArgumentException if one is null or the chain is empty, or there is a context, which has its own
     */
    public StreamTls withClientCertificate(PrivateKey key, Collection<X509Certificate> chain) {
        List<X509Certificate> certificates = Checks.items("chain", chain);
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("chain must begin with the client certificate, and is empty");
        }
        return withKeyManager(new OneKey(Checks.required("key", key), certificates));
    }

    private void refuseContext(String name) {
        if (context != null) {
            throw new IllegalArgumentException(name + " cannot be set beside an SSLContext, which has its own");
        }
    }

    /** The caller's context; null if there is none. */
    public @Nullable SSLContext context() {
        return context;
    }

    /** The caller's trust manager; null for the JDK's. */
    public @Nullable X509TrustManager trustManager() {
        return trustManager;
    }

    /** The caller's key manager; null if no client certificate is shown. */
    public @Nullable X509KeyManager keyManager() {
        return keyManager;
    }

    /** Says what is set, and nothing of keys. */
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
