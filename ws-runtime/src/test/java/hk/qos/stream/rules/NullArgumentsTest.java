package hk.qos.stream.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hk.qos.error.ClientException;
import hk.qos.error.ClosedException;
import hk.qos.error.ConnectionLostException;
import hk.qos.error.PartialAnswerException;
import hk.qos.stream.Backoff;
import hk.qos.stream.FirstPush;
import hk.qos.stream.Recording;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.Staleness;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamLimits;
import hk.qos.stream.StreamListener;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.StreamOptions;
import hk.qos.stream.StreamState;
import hk.qos.stream.StreamTimeouts;
import hk.qos.stream.SubscribeMode;
import hk.qos.stream.Subscription;
import hk.qos.stream.Topic;
import hk.qos.stream.fixtures.NullCalls;
import hk.qos.stream.fixtures.PublicApi;
import hk.qos.stream.metrics.MicrometerStreamMetrics;
import hk.qos.stream.spi.Channel;
import hk.qos.stream.spi.ChannelFamily;
import hk.qos.stream.spi.Dialect;
import hk.qos.stream.spi.ProxyServer;
import hk.qos.stream.spi.Request;
import hk.qos.stream.spi.StreamClient;
import hk.qos.stream.spi.StreamSetup;
import hk.qos.stream.toy.Ask;
import hk.qos.stream.toy.Tick;
import hk.qos.stream.toy.ToyChannel;
import hk.qos.stream.toy.ToyDialect;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every public method refuses null and names the argument. */
final class NullArgumentsTest {
    private final StreamSetup options =
            StreamSetup.builder(URI.create("ws://127.0.0.1:1/")).build();
    private final StreamClient client = StreamClient.create(new ToyDialect(), options);

    @AfterEach
    void close() {
        client.close();
    }

    private NullCalls calls() {
        StreamListener<Tick> deaf = tick -> {};
        return new NullCalls()
                .usual(int.class, 1_024)
                .usual(long.class, 1_024L)
                .usual(boolean.class, true)
                .usual(String.class, "a")
                .usual(URI.class, options.uri())
                .usual(Path.class, Path.of("file"))
                .usual(Duration.class, Duration.ofSeconds(1))
                .usual(Iterable.class, List.of())
                .usual(Predicate.class, topic -> true)
                .usual(Consumer.class, event -> {})
                .usual(Executor.class, Runnable::run)
                .usual(MeterRegistry.class, new SimpleMeterRegistry())
                .usual(Dialect.class, new ToyDialect())
                .usual(Channel.class, ToyChannel.TICKS)
                .usual(ChannelFamily.class, ToyChannel.TICKS.family())
                .usual(Request.class, new Ask("what"))
                .usual(StreamListener.class, deaf)
                .usual(StreamSetup.class, options)
                .usual(StreamMetrics.class, StreamMetrics.NONE)
                .usual(SubscribeMode.class, SubscribeMode.DIFFERENCES)
                .usual(Proxy.class, Proxy.NO_PROXY)
                .usual(ProxyServer.Kind.class, ProxyServer.Kind.SOCKS5)
                .usual(RequestOptions.class, RequestOptions.defaults())
                .usual(Backoff.class, Backoff.defaults())
                .usual(StreamTimeouts.class, StreamTimeouts.defaults())
                .usual(StreamLimits.class, StreamLimits.defaults());
    }

    /**
     * All exported types, except interfaces that users implement.
     */
    @Test
    void everyExportedMethodRefusesNullByName() {
        List<Class<?>> exported =
                new ArrayList<>(PublicApi.ofModuleOf(StreamClient.class).types());
        exported.removeAll(List.of(StreamListener.class, StreamMetrics.class));
        NullCalls calls = calls().usual(Instant.class, Instant.EPOCH)
                .usual(Object.class, "data")
                .usual(Throwable.class, new IllegalStateException())
                .usual(ClientException.class, new ClosedException("closed"))
                .usual(
                        PartialAnswerException.class,
                        new PartialAnswerException(
                                "ask", new ClosedException("closed"), List.of(), List.of(), List.of()))
                .usual(Class.class, Object.class)
                .usual(ConnectionLostException.Outcome.class, ConnectionLostException.Outcome.UNKNOWN)
                .usual(Topic.class, new Topic("ticks", "a"))
                .usual(StreamEvent.class, new StreamEvent.Closed(Instant.EPOCH))
                .usual(StreamOptions.class, options.toBuilder())
                .usual(Subscription.class, client.subscribe(ToyChannel.TICKS, List.of("a")))
                .usual(MicrometerStreamMetrics.class, new MicrometerStreamMetrics(new SimpleMeterRegistry()))
                .usual(Recording.class, Recording.to(Path.of("file")))
                .usual(Staleness.class, Staleness.after(Duration.ofSeconds(1)))
                .usual(FirstPush.class, FirstPush.after(Duration.ofSeconds(1)))
                .all(exported);

        assertThat(calls.complaints()).isEmpty();
        assertThat(calls.calls()).isGreaterThan(100);
    }

    @Test
    void everySettingForTheClientRefusesNullByName() {
        NullCalls calls = calls().of(StreamSetup.class, ProxyServer.class)
                .on(options.toBuilder(), new ProxyServer(ProxyServer.Kind.SOCKS5, "proxy.example", 1080, null, null));

        assertThat(calls.complaints()).isEmpty();
        assertThat(calls.calls()).isGreaterThan(20);
    }

    @Test
    void everyCallOfAStreamRefusesNullByName() {
        NullCalls calls = calls().of(StreamClient.class).on(client);

        assertThat(calls.complaints()).isEmpty();
        assertThat(calls.calls()).isGreaterThan(15);
        assertThat(client.state()).isEqualTo(StreamState.IDLE);
    }

    @Test
    void durationBeyondTheLongestIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestOptions.defaults().withTimeout(Duration.ofSeconds(Long.MAX_VALUE)))
                .withMessageStartingWith("timeout must be PT0S to PT876600H: PT");
    }
}
