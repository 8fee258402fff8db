import hk.qos.client.History;
import hk.qos.client.HistoryRange;
import hk.qos.client.QosClient;
import hk.qos.client.Results;
import hk.qos.client.model.Adjustment;
import hk.qos.client.model.Depth;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineSeries;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.client.QosStream;
import hk.qos.stream.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The README's examples as a user's program. Ends with an exception if something does not work. */
final class Consumer {
    private Consumer() {}

    public static void main(String[] arguments) {
        http();
        history();
        stream();
    }

    private static void http() {
        // README: HTTP
        try (QosClient qos = QosClient.fromEnvironment()) {
            Results<Snapshot> quotes = qos.http().snapshots("US:AAPL", "HK:700");
            quotes.forEach(quote -> System.out.println(quote.code() + " " + quote.lastPrice()));
            quotes.find("HK:00700").ifPresent(tencent -> System.out.println(tencent.turnover()));

            KLineQuery tenDays = KLineQuery.of(KLineType.DAY, 10, "SH:600519").adjustment(Adjustment.FORWARD);
            List<KLineSeries> series = qos.http().kLines(tenDays);
            series.get(0).kLines().forEach(bar -> System.out.println(bar.time() + " " + bar.close()));

            CompletableFuture<Results<Trade>> trades = qos.http().async().trades(5, "CF:BTCUSDT");
            trades.thenAccept(latest -> System.out.println(latest.size() + " trades")).join();
        }
        // README.
    }

    private static void history() {
        // README: history
        try (QosClient qos = QosClient.fromEnvironment()) {
            Instant start = Instant.now().minus(Duration.ofDays(30));
            History history = qos.http().history(HistoryRange.of(KLineType.MINUTE_15, start, "US:AAPL", "HK:700"));
            System.out.println(history.estimate());
            try (Stream<KLine> bars = history.stream()) {
                bars.forEach(bar -> System.out.println(bar.code() + " " + bar.time() + " " + bar.close()));
            }
        }
        // README.
    }

    private static void stream() {
        // README: stream
        try (QosClient qos = QosClient.fromEnvironment()) {
            QosStream stream = qos.stream();
            stream.onEvent(event -> System.out.println(event));

            Subscription<Trade> trades = stream.subscribeTrades(
                    List.of("CF:BTCUSDT", "HK:00700"), trade -> System.out.println(trade.code() + " " + trade.price()));
            trades.ready().join();

            List<Depth> books = stream.requestDepths("HK:700").join();
            books.forEach(book -> System.out.println(book.bids().get(0) + " / " + book.asks().get(0)));

            trades.close();
        }
        // README.
    }
}
