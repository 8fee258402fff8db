package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.error.AuthenticationException;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QosClientBuilderTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "s3cret\n", "s3 cret", "s3cret\u0000", "s3crét"})
    void refusesInvalidKeyWithoutShowingIt(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QosClient.builder().apiKey(key))
                .withMessageStartingWith("apiKey ")
                .matches(e -> !String.valueOf(e.getMessage()).contains("s3"));
    }

    @Test
    void environmentSetsKeyAndAddresses() {
        Map<String, String> variables = Map.of(
                "QOS_API_KEY", KEY, "QOS_HTTP_URL", "http://127.0.0.1:8080", "QOS_WS_URL", "ws://127.0.0.1:8080/ws");
        assertThat(QosClient.builder().environment(variables))
                .hasToString("QosClientBuilder[http://127.0.0.1:8080/, ws://127.0.0.1:8080/ws, with an API key]");
        assertThat(QosClient.builder().environment(Map.of("QOS_API_KEY", KEY)))
                .hasToString("QosClientBuilder[https://api.qos.hk/, wss://api.qos.hk/ws, with an API key]");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080, http://127.0.0.1:8080/, ws://127.0.0.1:8080/ws",
        "https://test.example/gateway/, https://test.example/gateway/, wss://test.example/gateway/ws"
    })
    void derivesOneAddressFromTheOther(String set, String http, String ws) {
        String both = "QosClientBuilder[" + http + ", " + ws + ", with an API key]";
        assertThat(client().httpUrl(set)).hasToString(both);
        assertThat(client().wsUrl(ws)).hasToString(both);
        assertThat(QosClient.builder().environment(Map.of("QOS_API_KEY", KEY, "QOS_HTTP_URL", set)))
                .hasToString(both);
        assertThat(QosClient.builder().environment(Map.of("QOS_API_KEY", KEY, "QOS_WS_URL", ws)))
                .hasToString(both);
        try (QosClient qos = client().httpUrl(set).build()) {
            assertThat(qos).hasToString("QosClient[" + http + ", " + ws + "]");
        }
    }

    @Test
    void wsUrlWithAnotherPathSetsHostOfHttpUrl() {
        assertThat(client().wsUrl("wss://test.example/quotes/stream").toString())
                .contains("[https://test.example/,");
    }

    @Test
    void refusesTheLiveServiceWithAnotherAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().httpUrl("https://test.example")
                        .wsUrl("wss://api.qos.hk/ws")
                        .build())
                .withMessageStartingWith("wsUrl is at the live service and httpUrl at test.example");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().httpUrl("https://api.qos.hk")
                        .wsUrl("ws://127.0.0.1:8080/ws")
                        .build())
                .withMessageStartingWith("httpUrl is at the live service and wsUrl at 127.0.0.1");
    }

    @Test
    void plaintextThroughProxyOfSelectorIsRefusedByName() {
        OkHttpClient caller = new OkHttpClient.Builder()
                .proxySelector(
                        selector(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("127.0.0.1", 3128))))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().httpUrl("http://127.0.0.1:8080")
                        .okHttpClient(caller)
                        .build())
                .withMessageStartingWith("httpUrl would carry the API key unencrypted to 127.0.0.1 through the proxy")
                .withMessageContaining("127.0.0.1:3128 (of the JVM: ");
        OkHttpClient proxied = new OkHttpClient.Builder()
                .proxy(new Proxy(Proxy.Type.SOCKS, InetSocketAddress.createUnresolved("proxy.example", 1080)))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().httpUrl("http://127.0.0.1:8080")
                        .okHttpClient(proxied)
                        .build())
                .withMessageContaining("through the proxy proxy.example:1080 (of the OkHttpClient)");
        client().httpUrl("https://127.0.0.1:8080").okHttpClient(proxied).build().close();
    }

    private static ProxySelector selector(Proxy proxy) {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(proxy);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException e) {}
        };
    }

    @Test
    void tlsSettingsThatExcludeEachOtherAreRefusedByName() throws Exception {
        X509Bundle bundle = new CertificateBuilder()
                .ecp256()
                .subject("CN=authority")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        List<X509Certificate> certificates = List.of(bundle.getCertificate());
        X509TrustManager trust = new NoTrust();
        X509KeyManager keys = (X509KeyManager) bundle.toKeyManagerFactory().getKeyManagers()[0];
        SSLContext context = SSLContext.getDefault();
        Map<String, UnaryOperator<QosClientBuilder>> setters = Map.of(
                "trustedCertificates", set -> set.trustedCertificates(certificates),
                "trustManager", set -> set.trustManager(trust),
                "keyManager", set -> set.keyManager(keys),
                "clientCertificate",
                        set -> set.clientCertificate(bundle.getKeyPair().getPrivate(), certificates),
                "sslContext", set -> set.sslContext(context, trust));
        Set<Set<String>> allowed = Set.of(
                Set.of("trustedCertificates", "keyManager"),
                Set.of("trustedCertificates", "clientCertificate"),
                Set.of("trustManager", "keyManager"),
                Set.of("trustManager", "clientCertificate"));
        setters.forEach((one, set) -> setters.forEach((other, setToo) -> {
            QosClientBuilder both = setToo.apply(set.apply(client()));
            if (one.equals(other) || allowed.contains(Set.of(one, other))) {
                both.build().close();
            } else {
                assertThatIllegalArgumentException()
                        .isThrownBy(both::build)
                        .withMessageContaining(" cannot be combined with ")
                        .withMessageContaining(one)
                        .withMessageContaining(other);
            }
        }));
    }

    private static final class NoTrust implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("trusts nobody");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("trusts nobody");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    @Test
    void missingEnvironmentVariableIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> QosClient.builder().environment(Map.of("QOS_API_KEY", KEY, "QOS_HTTP_URL", "nowhere")))
                .withMessageStartingWith("QOS_HTTP_URL: httpUrl must");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QosClient.builder().environment(Map.of("QOS_API_KEY", KEY, "QOS_WS_URL", KEY)))
                .withMessageStartingWith("QOS_WS_URL: wsUrl must")
                .matches(e -> !e.toString().contains(KEY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QosClient.builder().environment(Map.of("QOS_API_KEY", "two words")))
                .withMessageStartingWith("QOS_API_KEY: apiKey must");
    }

    @Test
    void emptyVariableCountsAsUnset() {
        assertThat(QosClient.builder().environment(Map.of("QOS_API_KEY", KEY, "QOS_HTTP_URL", "", "QOS_WS_URL", " ")))
                .hasToString("QosClientBuilder[https://api.qos.hk/, wss://api.qos.hk/ws, with an API key]");
    }

    @Test
    void missingApiKeyHasSameMessageEverywhere() {
        try (QosClient keyless = QosClient.builder().withoutApiKey().build()) {
            List<ThrowingCallable> places = List.of(
                    () -> QosClient.builder().build(),
                    () -> QosClient.builder().apiKey(null).build(),
                    () -> QosClient.builder().withoutApiKey().apiKey(null).build(),
                    () -> QosClient.builder().environment(Map.of()).build(),
                    () -> QosClient.builder()
                            .environment(Map.of("QOS_API_KEY", " "))
                            .build(),
                    () -> keyless.http().snapshots("US:AAPL"),
                    keyless::stream);
            for (ThrowingCallable place : places) {
                assertThatThrownBy(place)
                        .isExactlyInstanceOf(AuthenticationException.class)
                        .hasMessage("the API key is missing: set apiKey(…) (is QOS_API_KEY set?),"
                                + " or withoutApiKey() to call only operations that need none");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.qos.hk",
                "http://127.0.0.1.evil.example",
                "http://localhost.evil.example",
                "http://10.0.0.1:8080"
            })
    void plaintextAddressOfAnotherHostIsRefused(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().httpUrl(url).build())
                .withMessageStartingWith("httpUrl would carry the API key unencrypted")
                .withMessageContaining("allowPlaintextKey(true)");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> client().wsUrl(url.replace("http", "ws") + "/ws").build())
                .withMessageStartingWith("wsUrl would carry the API key unencrypted");
        client().httpUrl(url).allowPlaintextKey(true).build().close();
        QosClient.builder().withoutApiKey().httpUrl(url).build().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1:80", "127.8.9.10", "[::1]:8080"})
    void plaintextLoopbackAddressesAreAccepted(String host) {
        client().httpUrl("http://" + host).wsUrl("ws://" + host + "/ws").build().close();
    }

    @Test
    void plaintextThroughAProxyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().httpUrl("http://127.0.0.1:8080")
                        .proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example", 3128)))
                        .build())
                .withMessageStartingWith("httpUrl would carry the API key unencrypted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.qos.hk",
                "ftp://api.qos.hk",
                "https://user:" + KEY + "@api.qos.hk",
                "https://api.qos.hk/?key=" + KEY,
                "https://api.qos.hk/#" + KEY,
                "https:// " + KEY
            })
    void refusesInvalidAddressesWithoutShowingAKey(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().httpUrl(url))
                .withMessageStartingWith("httpUrl must")
                .matches(e -> !e.toString().contains(KEY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().wsUrl(url.replace("http", "ws")))
                .withMessageStartingWith("wsUrl must")
                .matches(e -> !e.toString().contains(KEY) && e.getCause() == null);
    }

    @ParameterizedTest
    @CsvSource({
        "api.qos.hk, : \"api.qos.hk\"",
        "localhost:8080, : \"localhost:8080\"",
        "ftp://api.qos.hk/quotes?key=secret, : \"ftp://api.qos.hk\"…",
        "nowhere, ''"
    })
    void invalidAddressIsQuotedAsFarAsItCannotContainAKey(String url, String quoted) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().httpUrl(url))
                .withMessage(
                        "httpUrl must be an address that starts with https:// or http://, with a host, and a port of 1 to"
                                + " 65535 or none" + quoted);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().wsUrl(url))
                .withMessage("wsUrl must be an address that starts with wss:// or ws://" + quoted);
    }

    @ParameterizedTest
    @ValueSource(strings = {":99999", ":65536/ws", ":0"})
    void refusesInvalidPorts(String rest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().wsUrl("wss://api.qos.hk" + rest))
                .withMessageStartingWith("wsUrl must have a port between 1 and 65535, not ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().httpUrl("https://api.qos.hk" + rest))
                .withMessageStartingWith("httpUrl must");
    }

    @Test
    void invalidSettingIsNamedWithItsValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpTimeouts.defaults().withConnect(Duration.ZERO))
                .withMessageContaining("connect must be")
                .withMessageContaining("PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryPolicy.defaults().withMaxAttempts(0))
                .withMessage("attempts must be 1 to 20: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryPolicy.defaults().withFirstDelay(Duration.ofSeconds(31)))
                .withMessageStartingWith("delay must be");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatePolicy.waitUpTo(Duration.ofDays(1)))
                .withMessageContaining("PT24H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlanLimits.defaults().withInstruments(0))
                .withMessage("instruments must be at least 1: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().proxy(
                                new Proxy(Proxy.Type.SOCKS, InetSocketAddress.createUnresolved("proxy.example", 1080)))
                        .proxyCredentials("u", "p")
                        .build())
                .withMessageStartingWith("proxyCredentials:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().proxy(
                                new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example", 0))))
                .withMessageContaining("port must be 1 to 65535: 0");
    }

    @Test
    void toStringShowsAddressesAndNoKey() {
        QosClientBuilder builder = client();
        assertThat(builder.toString()).contains("api.qos.hk").doesNotContain(KEY);
        try (QosClient qos = builder.build()) {
            assertThat(qos.toString()).isEqualTo("QosClient[https://api.qos.hk/, wss://api.qos.hk/ws]");
        }
    }

    private static QosClientBuilder client() {
        return QosClient.builder().apiKey(KEY);
    }
}
