import hk.qos.client.QosClient
import hk.qos.client.model.Depth
import hk.qos.client.model.Snapshot
import hk.qos.client.model.Trade
import hk.qos.error.ClientException
import hk.qos.error.RefusedException
import hk.qos.stream.Subscription
import java.math.BigDecimal

// Each marked line is reported by the compiler, so that no type here is a platform type: with one, it would compile.

fun nullableIsNotAccepted(quote: Snapshot, trade: Trade, subscription: Subscription<Trade>, failure: ClientException) {
    val last: BigDecimal = quote.lastPrice() // reported
    val night: BigDecimal = quote.night().lastPrice() // reported
    val traded: BigDecimal = trade.price() // reported
    val rejection: String = subscription.rejection("US:AAPL") // reported
    val message: String = failure.serverMessage() // reported
    println("$last $night $traded $rejection $message")
}

fun nonNullNeedsNoDefault(
    qos: QosClient,
    quote: Snapshot,
    depth: Depth,
    subscription: Subscription<Trade>,
    refused: RefusedException,
) {
    println(quote.code() ?: "") // reported
    println(qos.http()?.toString()) // reported
    println(qos.http().snapshots("US:AAPL")?.size) // reported
    println(qos.http().snapshots("US:AAPL")[0]?.code()) // reported
    println(qos.http().snapshots("US:AAPL").first()?.code()) // reported
    for (each in qos.http().snapshots("US:AAPL")) {
        println(each?.code()) // reported
    }
    println(depth.bids().first()?.price()) // reported
    println(qos.stream()?.toString()) // reported
    println(qos.stream().latestSnapshot("US:AAPL")?.isPresent) // reported
    println(subscription.states()?.size) // reported
    println(refused.serverMessage() ?: "") // reported
}

fun nullIsNotPassed(qos: QosClient) {
    qos.http().snapshots(null as String?) // reported
    qos.stream().onEvent(null) // reported
    qos.stream().subscribeTrades(listOf("US:AAPL"), null) // reported
    qos.stream().subscribeTrades(listOf<String?>(null)) // reported
}
