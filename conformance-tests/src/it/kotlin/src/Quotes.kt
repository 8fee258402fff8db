import hk.qos.client.QosClient
import hk.qos.client.model.KLineQuery
import hk.qos.client.model.KLineType
import hk.qos.error.AuthenticationException
import hk.qos.stream.GapRecovery
import hk.qos.stream.StreamEvent
import java.math.BigDecimal
import java.util.concurrent.CountDownLatch

/** The README's example, and more of the API from Kotlin. Ends with an exception if something does not work. */
fun main() {
    readme()
    settingsAndListeners()
    refusal()
}

private fun readme() {
    // README: Kotlin
    QosClient.fromEnvironment().use { qos ->
        for (quote in qos.http().snapshots("US:AAPL", "HK:700")) {
            println("${quote.code()} ${quote.lastPrice()}, night ${quote.night()?.lastPrice() ?: "closed"}")
        }

        val stream = qos.stream()
        stream.onEvent { event -> println(event) }
        stream.subscribeTrades("CF:BTCUSDT") { trade -> println("${trade.code()} ${trade.price()}") }.use { trades ->
            trades.ready().join()
            val books = stream.requestDepths("HK:700").join()
            books.forEach { book -> println("${book.bids().first()} / ${book.asks().first()}") }
        }
    }
    // README.
}

private fun settingsAndListeners() {
    val builder = QosClient.builder()
        .apiKey(System.getenv("QOS_API_KEY"))
        .httpUrl(System.getenv("QOS_HTTP_URL"))
        .wsUrl(System.getenv("QOS_WS_URL"))
        .onRateWait { wait -> println("waits: $wait") }
        .stream { options -> options.recoverGaps(GapRecovery.defaults()) }
    builder.build().use { qos ->
        val price: BigDecimal? = qos.http().snapshots(listOf("US:AAPL")).first().lastPrice()
        println("price $price")
        val series = qos.http().kLines(KLineQuery.of(KLineType.DAY, 3, "SH:600519"))
        println("bars ${series.first().kLines().size}")

        val pushed = CountDownLatch(1)
        val stream = qos.stream()
        stream.onEvent { event: StreamEvent -> println(event) }
        stream.subscribeTrades("CF:BTCUSDT") { pushed.countDown() }.use { trades ->
            trades.ready().join()
            pushed.await()
            val code: String = trades.keys().first()
            val why: String? = trades.rejection(code)
            println("pushed $code, rejection $why")
        }
    }
}

private fun refusal() {
    val builder = QosClient.builder()
        .apiKey("unknown-key")
        .httpUrl(System.getenv("QOS_HTTP_URL"))
        .wsUrl(System.getenv("QOS_WS_URL"))
    builder.build().use { qos ->
        try {
            qos.http().snapshots("US:AAPL")
            error("the unknown API key was accepted")
        } catch (e: AuthenticationException) {
            println("refused ${e.serverMessage() ?: "without a message"}")
        }
    }
}
