package hk.qos.stream.loopback;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hk.qos.error.AuthenticationException;
import hk.qos.error.ClientException;
import hk.qos.error.ConnectFailedException;
import hk.qos.error.RequestTimeoutException;
import hk.qos.stream.Backoff;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.StreamTimeouts;
import hk.qos.stream.fixtures.LeakGuard;
import hk.qos.stream.fixtures.SmallProxy;
import hk.qos.stream.spi.ProxyServer;
import hk.qos.stream.spi.ProxyServer.Kind;
import hk.qos.stream.spi.StreamClient;
import hk.qos.stream.spi.StreamSetup;
import hk.qos.stream.spi.StreamSetupBuilder;
import hk.qos.stream.toy.ToyDialect;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections through a proxy, to a server whose name only the proxy can resolve, with a header that the proxy must not see. */
@Timeout(60)
@ExtendWith(LeakGuard.class)
final class ProxyTest {
    private static final String SECRET = "s3cr3t-value-0123456789";
    private static final String USER = "somebody";
    private static final String PASSWORD = "proxy-p4ssword";
    private static final String CREDENTIALS = USER + ":" + PASSWORD;
    /** A name that never resolves. */
    private static final String HOST = "server.invalid";

    private final List<StreamEvent> events = new CopyOnWriteArrayList<>();
    private final X509Bundle certificate;
    private final LoopbackServer server;

    ProxyTest() throws Exception {
        X509Bundle authority = new CertificateBuilder()
                .ecp256()
                .subject("CN=authority")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        certificate = new CertificateBuilder()
                .ecp256()
                .subject("CN=" + HOST)
                .addSanDnsName(HOST)
                .buildIssuedBy(authority);
        SslContext tls =
                SslContextBuilder.forServer(certificate.toKeyManagerFactory()).build();
        server = new LoopbackServer(tls);
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    private StreamSetupBuilder through(ProxyServer proxy) {
        return StreamSetup.builder(URI.create("wss://" + HOST + ":" + server.port() + "/stream"))
                .header("key", SECRET)
                .trustedCertificates(List.of(certificate.getRootCertificate()))
                .proxy(proxy)
                .spacing(Duration.ofMillis(10))
                .backoff(Backoff.defaults()
                        .withBase(Duration.ofMillis(10))
                        .withFirstJitter(Duration.ofMillis(10))
                        .withMaxJitter(Duration.ofMillis(20)));
    }

    private StreamClient client(StreamSetupBuilder options) {
        StreamClient made = StreamClient.create(new ToyDialect(), options.build());
        made.onEvent(events::add);
        return made;
    }

    @ParameterizedTest
    @CsvSource({"HTTP_CONNECT, false", "HTTP_CONNECT, true", "SOCKS5, false", "SOCKS5, true"})
    void proxyConnectsAndSeesNoHeaders(Kind kind, boolean wantsCredentials) throws Exception {
        try (SmallProxy proxy = new SmallProxy(kind, server.port(), wantsCredentials ? CREDENTIALS : null)) {
            ProxyServer settings = proxy.settings();
            ProxyServer used = wantsCredentials ? settings.withCredentials(USER, PASSWORD) : settings;
            try (StreamClient client = client(through(used))) {
                client.subscribe(TICKS, List.of("a"), tick -> {}).ready().get(20, TimeUnit.SECONDS);
                server.reset();
                await().untilAsserted(() -> assertThat(proxy.asked).hasSize(2));
                await().until(() -> client.state() == StreamState.READY);
            }
            assertThat(server.upgrades).hasSize(2).allMatch(headers -> SECRET.equals(headers.get("key")));
            assertThat(server.upgrades.toString()).doesNotContainIgnoringCase("proxy-authorization");
            assertThat(proxy.asked).allMatch(line -> line.contains(HOST + ":" + server.port()));
            assertThat(proxy.heard()).isNotEmpty().doesNotContain(SECRET).doesNotContain("TICKS", "SUB:");
        }
    }

    @Test
    void plaintextTunnelMustBeAllowed() throws Exception {
        try (LoopbackServer plain = new LoopbackServer();
                SmallProxy proxy = new SmallProxy(Kind.HTTP_CONNECT, plain.port(), null)) {
            StreamSetupBuilder options = StreamSetup.builder(URI.create("ws://127.0.0.1:" + plain.port() + "/"))
                    .header("key", SECRET)
                    .proxy(proxy.settings());
            assertThatThrownBy(options::build).hasMessageContaining("allowPlaintextSecrets");
            try (StreamClient client = client(options.allowPlaintextSecrets())) {
                client.connect().get(20, TimeUnit.SECONDS);
            }
            assertThat(proxy.asked).hasSize(1).allMatch(head -> !head.contains(SECRET));
            assertThat(proxy.heard()).contains(SECRET);
        }
    }

    @ParameterizedTest
    @CsvSource({"HTTP_CONNECT, false", "HTTP_CONNECT, true", "SOCKS5, false", "SOCKS5, true"})
    void rejectedProxyCredentialsFailTheStream(Kind kind, boolean has) throws Exception {
        try (SmallProxy proxy = new SmallProxy(kind, server.port(), "somebody:else")) {
            ProxyServer settings = proxy.settings();
            try (StreamClient client = client(through(has ? settings.withCredentials(USER, PASSWORD) : settings))) {
                assertThatThrownBy(() -> client.connect().get(20, TimeUnit.SECONDS))
                        .cause()
                        .isInstanceOf(AuthenticationException.class)
                        .hasMessageStartingWith(
                                "the proxy 127.0.0.1:" + settings.port() + " requires a valid user and password")
                        .extracting(refused -> ((ClientException) refused).httpStatus())
                        .isEqualTo(kind == Kind.HTTP_CONNECT ? OptionalInt.of(407) : OptionalInt.empty());
                assertThat(client.state()).isEqualTo(StreamState.FAILED);
                assertThat(client.explain()).contains("the proxy 127.0.0.1:" + settings.port());
            }
        }
        showsNoSecret();
        assertThat(server.upgrades).isEmpty();
    }

    @Test
    void credentialsRepeatedByTheProxyAreRedacted() throws Exception {
        try (SmallProxy proxy = new SmallProxy(Kind.HTTP_CONNECT, server.port(), CREDENTIALS)) {
            proxy.refusal = "407 not " + PASSWORD + " nor " + SmallProxy.basic(CREDENTIALS);
            try (StreamClient client = client(through(proxy.settings().withCredentials(USER, PASSWORD)))) {
                assertThatThrownBy(() -> client.connect().get(20, TimeUnit.SECONDS))
                        .cause()
                        .hasMessageContaining("407 not <password> nor <credentials>");
            }
        }
        showsNoSecret();
    }

    @ParameterizedTest
    @CsvSource({"HTTP_CONNECT, 403 Forbidden, 403 Forbidden", "HTTP_CONNECT, 502 No, 502", "SOCKS5, 2, FORBIDDEN"})
    void refusedTunnelIsRetried(Kind kind, String refusal, String words) throws Exception {
        try (SmallProxy proxy = new SmallProxy(kind, server.port(), null)) {
            proxy.refusal = refusal;
            try (StreamClient client = client(through(proxy.settings()))) {
                assertThat(firstFailure(client))
                        .isExactlyInstanceOf(ConnectFailedException.class)
                        .hasMessageStartingWith("the proxy 127.0.0.1:"
                                + proxy.settings().port() + " did not connect to " + HOST + ":" + server.port() + ": ")
                        .hasMessageContaining(words);
                proxy.refusal = null;
                await().until(() -> client.state() == StreamState.READY);
            }
        }
        showsNoSecret();
    }

    @ParameterizedTest
    @EnumSource
    void silentProxyIsNamed(Kind kind) throws Exception {
        try (SmallProxy proxy = new SmallProxy(kind, server.port(), null)) {
            proxy.silent = true;
            StreamTimeouts shortTimeouts = StreamTimeouts.defaults().withTcp(Duration.ofMillis(500));
            try (StreamClient client = client(through(proxy.settings()).timeouts(shortTimeouts))) {
                assertThat(firstFailure(client))
                        .isInstanceOf(RequestTimeoutException.class)
                        .hasMessage("the proxy 127.0.0.1:" + proxy.settings().port() + " did not connect to " + HOST
                                + ":" + server.port() + " within 500 ms");
                assertThat(client.state()).isNotEqualTo(StreamState.FAILED);
            }
        }
    }

    @Test
    void unreachableProxyIsNamed() throws Exception {
        SmallProxy gone = new SmallProxy(Kind.HTTP_CONNECT, server.port(), null);
        gone.close();
        try (StreamClient client = client(through(gone.settings()))) {
            assertThat(firstFailure(client))
                    .isExactlyInstanceOf(ConnectFailedException.class)
                    .hasMessageStartingWith(
                            "the proxy 127.0.0.1:" + gone.settings().port() + " cannot be reached: ");
        }
    }

    private ClientException firstFailure(StreamClient client) {
        assertThat(client.connect()).isNotCompletedExceptionally();
        await().untilAsserted(() -> assertThat(events).hasAtLeastOneElementOfType(StreamEvent.BackingOff.class));
        return ((StreamEvent.ConnectFailed) events.get(0)).cause();
    }

    private void showsNoSecret() {
        assertThat(events.toString())
                .doesNotContain(SECRET)
                .doesNotContain(PASSWORD)
                .doesNotContain(SmallProxy.basic(CREDENTIALS));
        assertThat(events)
                .filteredOn(StreamEvent.ConnectFailed.class::isInstance)
                .isNotEmpty()
                .allSatisfy(event ->
                        assertThat(((StreamEvent.ConnectFailed) event).cause()).hasNoCause());
    }
}
