package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.QosClient;
import hk.qos.client.QosClientBuilder;
import hk.qos.client.RetryPolicy;
import hk.qos.client.model.Trade;
import hk.qos.error.ConnectFailedException;
import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.settings.Certificate;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.fixtures.LeakGuard;
import hk.qos.stream.fixtures.SmallProxy;
import hk.qos.stream.spi.ProxyServer;
import hk.qos.stream.spi.ProxyServer.Kind;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One proxy for HTTP and stream. It receives the server's name and no API key. */
@ExtendWith({LeakGuard.class, NettyWarnings.class})
class ProxiedTest {
    @ParameterizedTest
    @EnumSource
    void httpStreamAndReconnectUseTheProxy(Kind kind) throws Exception {
        try (QosSimulator simulator = secure();
                SmallProxy proxy = new SmallProxy(kind, simulator.httpUri().getPort(), null);
                QosClient client = through(proxy.settings(), simulator)) {
            assertThat(client.http().snapshots("US:AAPL")).hasSize(1);
            RecordingListener<Trade> seen = new RecordingListener<>(Trade.class);
            Harness.get(
                    client.stream().subscribeTrades(List.of("CF:BTCUSDT"), seen).ready());
            seen.awaitData(2);
            simulator.faults().cut();
            Harness.until(
                    "a second connection",
                    () -> simulator.observations().connections().size() == 2);
            seen.awaitData(5);

            assertThat(proxy.asked)
                    .hasSize(3)
                    .allMatch(asked ->
                            asked.contains("localhost:" + simulator.httpUri().getPort()));
            assertThat(proxy.heard()).doesNotContain(Harness.KEY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void httpAndStreamUseTheProxyOfTheJvm(Kind kind) throws Exception {
        ProxySelector usual = ProxySelector.getDefault();
        try (QosSimulator simulator = secure();
                SmallProxy proxy = new SmallProxy(kind, simulator.httpUri().getPort(), null)) {
            QosClient built;
            ProxySelector.setDefault(new ForOne(usual, simulator.httpUri().getPort(), proxy.settings()));
            try {
                built = through(simulator).build();
            } finally {
                ProxySelector.setDefault(usual);
            }
            try (QosClient client = built) {
                assertThat(client.http().snapshots("US:AAPL")).hasSize(1);
                Harness.get(client.stream().connect());
                assertThat(proxy.asked).hasSize(2);
                assertThat(proxy.heard()).doesNotContain(Harness.KEY);
            }
        }
    }

    /** Selects the proxy for addresses with this port; others use the previous selector. */
    private static final class ForOne extends ProxySelector {
        private final ProxySelector others;
        private final int port;
        private final Proxy proxy;

        ForOne(ProxySelector others, int port, ProxyServer proxy) {
            this.others = others;
            this.port = port;
            this.proxy = proxy.asJdk();
        }

        @Override
        public List<Proxy> select(URI address) {
            return address.getPort() == port ? List.of(proxy) : others.select(address);
        }

        @Override
        public void connectFailed(URI address, SocketAddress of, IOException failure) {
            others.connectFailed(address, of, failure);
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothNameAProxyThatRefusesToConnect(Kind kind) throws Exception {
        try (QosSimulator simulator = secure();
                SmallProxy proxy = new SmallProxy(kind, simulator.httpUri().getPort(), null);
                QosClient client = through(proxy.settings(), simulator)) {
            proxy.refusal = kind == Kind.SOCKS5 ? "5" : "502 Bad Gateway";

            failsToConnect(client, proxy.settings());
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothNameAnUnreachableProxy(Kind kind) {
        ProxyServer nobody = new ProxyServer(kind, "127.0.0.1", 1, null, null);
        try (QosSimulator simulator = secure();
                QosClient client = through(nobody, simulator)) {
            failsToConnect(client, nobody);
        }
    }

    private static void failsToConnect(QosClient client, ProxyServer proxy) {
        String named = "proxy 127.0.0.1:" + proxy.port();
        List<StreamEvent> events = new CopyOnWriteArrayList<>();
        client.stream().onEvent(events::add);
        assertThatThrownBy(() -> client.http().snapshots("US:AAPL"))
                .isExactlyInstanceOf(ConnectFailedException.class)
                .hasMessageContaining(named);
        CompletableFuture<?> connected = client.stream().connect();
        Harness.await(
                "the stream says why",
                () -> assertThat(events)
                        .anySatisfy(event -> assertThat(event)
                                .isInstanceOfSatisfying(
                                        StreamEvent.ConnectFailed.class,
                                        failed -> assertThat(failed.cause()).hasMessageContaining(named))));
        assertThat(connected).isNotDone();
    }

    private static QosSimulator secure() {
        return QosSimulator.builder()
                .key(Harness.KEY)
                .unlimited()
                .pushRate(20)
                .tls(Certificate.VALID)
                .start();
    }

    private static QosClient through(ProxyServer proxy, QosSimulator simulator) {
        QosClientBuilder through = through(simulator).proxy(proxy.asJdk());
        String user = proxy.user();
        String password = proxy.password();
        return user == null || password == null
                ? through.build()
                : through.proxyCredentials(user, password).build();
    }

    private static QosClientBuilder through(QosSimulator simulator) {
        return Harness.clientOf(simulator, Harness.KEY)
                .httpUrl(named(simulator.httpUri()))
                .wsUrl(named(simulator.wsUri()))
                .trustedCertificates(List.of(Objects.requireNonNull(simulator.authority())))
                .retryPolicy(RetryPolicy.defaults().withMaxAttempts(1))
                .stream(Harness::hurried);
    }

    /** Only the proxy resolves this name. */
    private static String named(URI address) {
        return address.toString().replace("127.0.0.1", "localhost");
    }
}
