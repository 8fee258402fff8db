package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.api.CodesRequest;
import hk.qos.client.api.HistoryKLinesRequest;
import hk.qos.client.api.KLinesRequest;
import hk.qos.client.api.MarketsRequest;
import hk.qos.client.api.Refusal;
import hk.qos.client.api.RegisterRequest;
import hk.qos.client.api.TradesRequest;
import hk.qos.client.internal.stream.QosChannels;
import hk.qos.client.model.Adjustment;
import hk.qos.client.model.DayLength;
import hk.qos.client.model.Depth;
import hk.qos.client.model.HistoryKLineQuery;
import hk.qos.client.model.InstrumentInfo;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineSeries;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Level;
import hk.qos.client.model.Permission;
import hk.qos.client.model.Permissions;
import hk.qos.client.model.Product;
import hk.qos.client.model.Registration;
import hk.qos.client.model.Session;
import hk.qos.client.model.SessionQuote;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.client.model.TradeDirection;
import hk.qos.client.model.TradingDay;
import hk.qos.client.model.TradingStatus;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamListener;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.StreamState;
import hk.qos.stream.fixtures.NullCalls;
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
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

/** Each method refuses null by the name of the argument, and sends nothing. */
class NullArgumentsTest {

    private static NullCalls calls() {
        StreamListener<Object> deaf = data -> {};
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
                .usual(RequestOptions.class, RequestOptions.defaults());
    }

    @Test
    void everySettingRefusesNullByName() throws Exception {
        X509Bundle bundle = new CertificateBuilder()
                .ecp256()
                .subject("CN=a")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        NullCalls calls = calls().usual(SSLContext.class, SSLContext.getDefault())
                .usual(PrivateKey.class, bundle.getKeyPair().getPrivate())
                .usual(X509Certificate.class, bundle.getCertificate())
                .usual(X509TrustManager.class, (X509TrustManager)
                        bundle.toTrustManagerFactory().getTrustManagers()[0])
                .of(PlanLimits.class, RatePolicy.class, RetryPolicy.class, HttpTimeouts.class, QosMetrics.class)
                .on(
                        QosClient.builder(),
                        PlanLimits.defaults(),
                        RatePolicy.defaults(),
                        RetryPolicy.defaults(),
                        HttpTimeouts.defaults());

        assertThat(calls.complaints()).isEmpty();
        assertThat(calls.calls()).isGreaterThan(20);
    }

    @Test
    void everyQueryRefusesNullByName() {
        NullCalls calls = calls().of(
                        QosChannels.class,
                        KLineQuery.class,
                        HistoryKLineQuery.class,
                        CodesRequest.class,
                        TradesRequest.class,
                        KLinesRequest.class,
                        HistoryKLinesRequest.class,
                        MarketsRequest.class,
                        RegisterRequest.class)
                .on(KLineQuery.of(KLineType.DAY, 1, "US:AAPL"), HistoryKLineQuery.of(KLineType.DAY, 1, "US:AAPL"));

        assertThat(calls.complaints()).isEmpty();
        assertThat(calls.calls()).isGreaterThan(25);
    }

    @Test
    @SuppressWarnings("NullAway") // nulls are what is tested
    void everyRecordRefusesNullByName() {
        BigDecimal price = BigDecimal.ONE;
        SessionQuote session = new SessionQuote(price, price, price, price, Instant.EPOCH, price, price);
        KLine bar = new KLine("US:AAPL", price, price, price, price, price, Instant.EPOCH, KLineType.DAY);
        Permission permission = new Permission(1, 1, 1);
        NullCalls calls = calls().usual(BigDecimal.class, price)
                .usual(boolean.class, false)
                .usual(Integer.class, 1)
                .usual(Long.class, 1L)
                .usual(LocalDate.class, LocalDate.EPOCH)
                .usual(DayLength.class, DayLength.FULL)
                .usual(Level.class, new Level(price, price))
                .usual(KLine.class, bar)
                .usual(SessionQuote.class, session)
                .usual(Session.class, Session.NIGHT)
                .usual(TradingStatus.class, TradingStatus.TRADING)
                .usual(TradeDirection.class, TradeDirection.UNRECOGNIZED)
                .usual(Permission.class, permission)
                .usual(
                        Permissions.class,
                        new Permissions(
                                permission, permission, permission, permission, permission, permission, permission))
                .of(
                        Depth.class,
                        KLine.class,
                        KLineSeries.class,
                        Trade.class,
                        Snapshot.class,
                        InstrumentInfo.class,
                        Product.class,
                        TradingDay.class,
                        Registration.class,
                        Refusal.class,
                        Undecodable.class,
                        RateWait.class,
                        RateUsage.class)
                .on(
                        Snapshot.builder(),
                        Depth.builder(),
                        TradingDay.builder(),
                        Registration.builder(),
                        CodesRequest.builder(),
                        TradesRequest.builder());

        assertThat(calls.complaints()).isEmpty();
        assertThat(calls.calls()).isGreaterThan(50);
        assertThatThrownBy(() -> new CurrentQuote(Session.NIGHT, null)).hasMessage("quote is missing");
        assertThatThrownBy(() -> Results.of(null)).hasMessage("elements is missing");
    }

    @Test
    void everyCallRefusesNullByName() {
        try (QosClient qos = QosClient.builder()
                .apiKey("0123456789abcdef")
                .httpUrl("http://127.0.0.1:1")
                .wsUrl("ws://127.0.0.1:1/ws")
                .build()) {
            NullCalls calls = calls().on(qos.http(), qos.http().async(), qos.stream(), qos.rates());

            assertThat(calls.complaints()).isEmpty();
            assertThat(calls.calls()).isGreaterThan(100);
            assertThat(qos.stream().state()).isEqualTo(StreamState.IDLE);
        }
    }
}
