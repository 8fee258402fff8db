package hk.qos.stream.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThatCode;
import static org.awaitility.Awaitility.await;

import hk.qos.error.ConnectFailedException;
import hk.qos.error.RequestTimeoutException;
import hk.qos.stream.Backoff;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.StreamTimeouts;
import hk.qos.stream.fixtures.LeakGuard;
import hk.qos.stream.internal.engine.Engine;
import hk.qos.stream.internal.io.Resolver;
import hk.qos.stream.internal.netty.NettyHost;
import hk.qos.stream.spi.StreamClient;
import hk.qos.stream.spi.StreamSetup;
import hk.qos.stream.toy.ToyDialect;
import io.netty.pkitesting.CertificateBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a name to a connection: lookups that hang or fail, and several addresses of which the first fails. */
@Timeout(60)
@ExtendWith(LeakGuard.class)
final class ResolvingTest {
    private static final StreamTimeouts USUAL = StreamTimeouts.defaults();

    private final List<StreamEvent> events = new CopyOnWriteArrayList<>();
    private final LoopbackServer server = new LoopbackServer();
    private final List<Stream> streams = new ArrayList<>();

    /** A stream with this resolver. */
    private record Stream(Engine engine, NettyHost host) implements AutoCloseable {
        @Override
        public void close() {
            engine.close();
            host.awaitEnd(Duration.ofSeconds(5));
        }
    }

    private Stream stream(Resolver resolver, StreamTimeouts timeouts) {
        StreamSetup options = StreamSetup.builder(URI.create("ws://many.example:" + server.port() + "/"))
                .name("resolving")
                .timeouts(timeouts)
                .backoff(Backoff.defaults()
                        .withBase(Duration.ofMillis(10))
                        .withFirstJitter(Duration.ofMillis(10))
                        .withMaxJitter(Duration.ofMillis(20)))
                .build();
        NettyHost host = new NettyHost(options, resolver);
        Stream made = new Stream(new Engine(new ToyDialect(), options, host.environment()), host);
        made.engine.onEvent(events::add);
        streams.add(made);
        return made;
    }

    @AfterEach
    void closeAll() {
        streams.forEach(Stream::close);
        server.close();
    }

    /** A resolver that hangs and cannot be interrupted, as the system's can. */
    private static final class Stuck implements Resolver {
        final AtomicInteger calls = new AtomicInteger();
        final CountDownLatch end = new CountDownLatch(1);

        @Override
        public List<InetAddress> resolve(String host) {
            calls.incrementAndGet();
            while (end.getCount() > 0) {
                try {
                    end.await();
                } catch (InterruptedException deaf) {
                    // Goes on.
                }
            }
            return List.of(InetAddress.getLoopbackAddress());
        }
    }

    @Test
    void hangingLookupFailsAttemptsByNameOnOneThread() throws Exception {
        Stuck resolver = new Stuck();
        Stream stream = stream(resolver, within(Duration.ofMillis(100), USUAL.tcp(), USUAL.upgrade()));
        CompletableFuture<Void> ready = stream.engine.connect();
        await().untilAsserted(() -> assertThat(failures()).hasSizeGreaterThanOrEqualTo(5));

        assertThat(failures())
                .allSatisfy(failed -> assertThat(failed.cause())
                        .isInstanceOf(RequestTimeoutException.class)
                        .hasMessage("the name of many.example was not resolved within 100 ms"));
        assertThat(ready).isNotDone();
        assertThat(resolver.calls).hasValue(1);
        assertThat(lookups()).hasSize(1);

        long start = System.nanoTime();
        stream.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        assertThat(stream.engine.state()).isEqualTo(StreamState.CLOSED);
        assertThat(lookups()).hasSize(1).allMatch(Thread::isDaemon);
        resolver.end.countDown();
        await().until(() -> lookups().isEmpty());
    }

    @Test
    void attemptUsesLookupOfAnEarlierAttempt() throws Exception {
        Stuck resolver = new Stuck();
        Stream stream = stream(resolver, within(Duration.ofMillis(500), USUAL.tcp(), USUAL.upgrade()));
        CompletableFuture<Void> ready = stream.engine.connect();
        await().untilAsserted(() -> assertThat(events).hasAtLeastOneElementOfType(StreamEvent.BackingOff.class));
        await().until(() -> stream.engine.state() == StreamState.CONNECTING);
        resolver.end.countDown();
        ready.get(20, TimeUnit.SECONDS);

        assertThat(resolver.calls).hasValue(1);
    }

    @Test
    void closingInterruptsALookup() {
        CountDownLatch begun = new CountDownLatch(1);
        Stream stream = stream(
                host -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    throw new UnknownHostException(host);
                },
                USUAL);
        CompletableFuture<Void> ready = stream.engine.connect();
        await().until(() -> begun.getCount() == 0);
        stream.close();

        await().until(() -> lookups().isEmpty());
        await().until(ready::isCompletedExceptionally);
    }

    @Test
    void failedLookupIsReportedAndRetried() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Stream stream = stream(
                host -> switch (calls.incrementAndGet()) {
                    case 1 -> throw new UnknownHostException(host);
                    case 2 -> throw new IllegalArgumentException("not this one");
                    case 3 -> throw new AssertionError("not at all");
                    case 4 -> List.of();
                    default -> List.of(InetAddress.getLoopbackAddress());
                },
                USUAL);
        stream.engine.connect().get(20, TimeUnit.SECONDS);

        assertThat(failures())
                .hasSize(4)
                .allSatisfy(failed -> assertThat(failed.cause())
                        .isInstanceOf(ConnectFailedException.class)
                        .hasMessage("the name of many.example cannot be resolved"));
    }

    @Test
    void unresponsiveAddressLeavesTimeForTheNext() throws Exception {
        InetAddress swallowing = InetAddress.getByName("127.0.0.2");
        List<SocketChannel> waiting = new ArrayList<>();
        try (ServerSocket hole = listening(swallowing, 1)) {
            for (int i = 0; i < 8; i++) {
                SocketChannel each = SocketChannel.open();
                waiting.add(each);
                each.configureBlocking(false);
                each.connect(hole.getLocalSocketAddress());
            }
            assertThat(waiting.get(7).finishConnect()).as("the queue is full").isFalse();
            Stream stream = stream(
                    host -> List.of(swallowing, InetAddress.getLoopbackAddress()),
                    within(USUAL.resolve(), Duration.ofSeconds(3), USUAL.upgrade()));
            long start = System.nanoTime();
            stream.engine.connect().get(20, TimeUnit.SECONDS);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1_400));
            assertThat(failures()).isEmpty();
        } finally {
            for (SocketChannel each : waiting) {
                each.close();
            }
        }
    }

    @Test
    void nextAttemptStartsWithAnAddressThatHasNotFailed() throws Exception {
        InetAddress mute = InetAddress.getByName("127.0.0.2");
        // The system accepts connections for it, and nothing reads.
        try (ServerSocket port = listening(mute, 50)) {
            Stream stream = stream(
                    host -> List.of(mute, InetAddress.getLoopbackAddress()),
                    within(USUAL.resolve(), USUAL.tcp(), Duration.ofMillis(500)));
            stream.engine.connect().get(20, TimeUnit.SECONDS);
            assertThat(failures()).hasSize(1);
            assertThat(failures().get(0).cause()).hasMessageStartingWith("no answer to the upgrade by many.example");

            server.reset();
            await().untilAsserted(() -> assertThat(events)
                    .filteredOn(StreamEvent.Ready.class::isInstance)
                    .hasSize(2));
            assertThat(failures()).hasSize(1);
            assertThat(port.isBound()).isTrue();
        }
    }

    @Test
    void tlsThatCannotBeSetUpFailsTheStreamWithTheReason(@TempDir Path folder) throws Exception {
        Path store = Files.writeString(folder.resolve("store"), "no certificates");
        X509Certificate any = new CertificateBuilder()
                .ecp256()
                .subject("CN=any")
                .setIsCertificateAuthority(true)
                .buildSelfSigned()
                .getCertificate();
        StreamSetup secure = StreamSetup.builder(URI.create("wss://127.0.0.1:" + server.port() + "/"))
                .trustedCertificates(List.of(any))
                .build();
        System.setProperty("javax.net.ssl.trustStore", store.toString());
        try (StreamClient client = StreamClient.create(new ToyDialect(), secure)) {
            assertThatThrownBy(() -> client.connect().get(20, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(ConnectFailedException.class)
                    .hasMessageStartingWith("TLS cannot be set up: ");
            assertThat(client.state()).isEqualTo(StreamState.FAILED);
        } finally {
            System.clearProperty("javax.net.ssl.trustStore");
        }
    }

    /** The server's port at another loopback address, which not every system supports. */
    private ServerSocket listening(InetAddress address, int backlog) throws IOException {
        ServerSocket port = new ServerSocket();
        assumeThatCode(() -> port.bind(new InetSocketAddress(address, server.port()), backlog))
                .doesNotThrowAnyException();
        return port;
    }

    @ParameterizedTest
    @ValueSource(strings = {"wss://server.example:99999/", "wss://server.example:65536", "ws://127.0.0.1:0/"})
    void invalidPortIsRefusedAtOnce(String address) {
        assertThatThrownBy(() -> StreamSetup.builder(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("uri must have a port between 1 and 65535, not ");
    }

    private static StreamTimeouts within(Duration resolve, Duration tcp, Duration upgrade) {
        return USUAL.withResolve(resolve).withTcp(tcp).withUpgrade(upgrade);
    }

    private List<StreamEvent.ConnectFailed> failures() {
        return events.stream()
                .filter(StreamEvent.ConnectFailed.class::isInstance)
                .map(StreamEvent.ConnectFailed.class::cast)
                .toList();
    }

    private static List<Thread> lookups() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("ws-resolve-resolving"))
                .filter(Thread::isAlive)
                .toList();
    }
}
