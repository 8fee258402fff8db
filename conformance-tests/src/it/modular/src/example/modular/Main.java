package example.modular;

import hk.qos.client.QosClient;
import hk.qos.client.QosStream;
import hk.qos.client.model.Depth;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.error.AuthenticationException;
import hk.qos.stream.Subscription;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import okhttp3.OkHttpClient;

/** HTTP and stream from a named module. Ends with an exception if something does not work. */
final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (!Main.class.getModule().isNamed() || !QosClient.class.getModule().isNamed()) {
            throw new IllegalStateException("not on the module path: " + Main.class.getModule());
        }
        try (QosClient qos = QosClient.fromEnvironment()) {
            List<Snapshot> quotes = qos.http().snapshots("US:AAPL", "HK:700");
            quotes.forEach(quote -> System.out.println(quote.code() + " " + quote.lastPrice()));

            QosStream stream = qos.stream();
            CountDownLatch pushed = new CountDownLatch(1);
            Subscription<Trade> trades = stream.subscribeTrades(List.of("CF:BTCUSDT"), trade -> {
                System.out.println("pushed " + trade.code() + " " + trade.price());
                pushed.countDown();
            });
            trades.ready().join();
            List<Depth> books = stream.requestDepths("HK:700").join();
            books.forEach(book -> System.out.println("asked " + book.bids().get(0)));
            pushed.await();
        }
        refusesAnUnknownApiKey();
        // A type of OkHttp in a signature of the client: its module is readable without a further requires.
        try (QosClient qos = QosClient.builder()
                .apiKey(System.getenv("QOS_API_KEY"))
                .httpUrl(System.getenv("QOS_HTTP_URL"))
                .wsUrl(System.getenv("QOS_WS_URL"))
                .okHttpClient(new OkHttpClient())
                .build()) {
            System.out.println("shared " + qos.http().snapshots("US:AAPL").size());
        }
    }

    private static void refusesAnUnknownApiKey() {
        try (QosClient qos = QosClient.builder()
                .apiKey("unknown-key")
                .httpUrl(System.getenv("QOS_HTTP_URL"))
                .wsUrl(System.getenv("QOS_WS_URL"))
                .build()) {
            qos.http().snapshots("US:AAPL");
            throw new IllegalStateException("the unknown API key was accepted");
        } catch (AuthenticationException e) {
            System.out.println("refused " + e.serverMessage());
        }
    }
}
