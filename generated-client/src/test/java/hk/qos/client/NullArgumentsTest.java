package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.client.api.QosApi;
import hk.qos.client.internal.stream.QosChannels;
import hk.qos.client.model.Adjustment;
import hk.qos.client.model.HistoryKLineQuery;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Market;
import hk.qos.client.model.SessionQuote;
import hk.qos.client.model.Snapshot;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamListener;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.StreamState;
import hk.qos.stream.fixtures.NullCalls;
import hk.qos.stream.fixtures.PublicApi;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.math.BigDecimal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

/** Each method refuses null by the name of the argument, and sends nothing. */
class NullArgumentsTest {

    private static NullCalls calls() {
        StreamListener<Object> deaf = data -> {};
        BigDecimal price = BigDecimal.ONE;
        return new NullCalls()
                .usual(int.class, 1)
                .usual(String.class, "US:AAPL")
                .usual(String[].class, new String[] {"US:AAPL"})
                .usual(KLineQuery.class, KLineQuery.of(KLineType.DAY, 1, "US:AAPL"))
                .usual(HistoryKLineQuery.class, HistoryKLineQuery.of(KLineType.DAY, 1, "US:AAPL"))
                .usual(Instant.class, Instant.EPOCH)
                .usual(Duration.class, Duration.ofSeconds(1))
                .usual(StreamListener.class, deaf)
                .usual(KLineType.class, KLineType.DAY)
                .usual(Adjustment.class, Adjustment.NONE)
                .usual(HttpMetrics.class, HttpMetrics.NONE)
                .usual(StreamMetrics.class, StreamMetrics.NONE)
                .usual(Iterable.class, List.of())
                .usual(MeterRegistry.class, new SimpleMeterRegistry())
                .usual(long.class, 1_024L)
                .usual(Operation.class, Operation.DEPTHS)
                .usual(RequestOptions.class, RequestOptions.defaults())
                .usual(BigDecimal.class, price)
                .usual(double.class, 0.5)
                .usual(HistoryRange.class, HistoryRange.of(KLineType.DAY, 5, "US:AAPL"))
                .usual(HistoryPoint.class, HistoryPoint.start())
                .usual(boolean.class, false)
                .usual(Locale.class, Locale.ENGLISH)
                .usual(Boolean.class, false)
                .usual(Map.class, Map.of())
                .usual(Results.class, Results.empty())
                .usual(Integer.class, 1)
                .usual(Long.class, 1L)
                .usual(LocalDate.class, LocalDate.EPOCH)
                .usual(Snapshot.class, Snapshot.builder().code("US:AAPL").build())
                .usual(TradingHours.class, TradingHours.of(Market.HK))
                .usual(SessionQuote.class, SessionQuote.builder().build());
    }

    /**
     * All exported types, except interfaces that Retrofit or users implement.
     */
    @Test
    void everyExportedMethodRefusesNullByName() throws Exception {
        X509Bundle bundle = new CertificateBuilder()
                .ecp256()
                .subject("CN=a")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        List<Class<?>> exported =
                new ArrayList<>(PublicApi.ofModuleOf(QosClient.class).types());
        exported.removeAll(List.of(QosApi.class, HttpMetrics.class));
        try (QosClient qos = QosClient.builder()
                .apiKey("0123456789abcdef")
                .httpUrl("http://127.0.0.1:1")
                .wsUrl("ws://127.0.0.1:1/ws")
                .build()) {
            NullCalls calls = calls().usual(
                            PrivateKey.class, bundle.getKeyPair().getPrivate())
                    .usual(X509Certificate.class, bundle.getCertificate())
                    .usual(SSLContext.class, SSLContext.getDefault())
                    .usual(X509TrustManager.class, (X509TrustManager)
                            bundle.toTrustManagerFactory().getTrustManagers()[0])
                    .usual(QosClientBuilder.class, QosClient.builder())
                    .usual(QosHttp.class, qos.http())
                    .usual(History.class, qos.http().history(HistoryRange.of(KLineType.DAY, 5, "US:AAPL")))
                    .usual(QosHttpAsync.class, qos.http().async())
                    .usual(QosStream.class, qos.stream())
                    .usual(HttpRates.class, qos.rates())
                    .usual(Instruments.class, qos.instruments())
                    .all(exported);

            assertThat(calls.complaints()).isEmpty();
            assertThat(calls.calls()).isGreaterThan(300);
            assertThat(qos.stream().state()).isEqualTo(StreamState.IDLE);
        }
    }

    @Test
    void everyChannelRefusesNullByName() {
        NullCalls calls = calls().of(QosChannels.class);

        assertThat(calls.complaints()).isEmpty();
        assertThat(calls.calls()).isPositive();
    }
}
