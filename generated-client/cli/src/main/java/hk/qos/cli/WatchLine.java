package hk.qos.cli;

import hk.qos.client.CurrentQuote;
import hk.qos.client.model.SessionQuote;
import hk.qos.client.model.Snapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One push as one line: time, code, last price, change, change in percent. */
final class WatchLine {
    private WatchLine() {}

    static String of(Snapshot snapshot) {
        SessionQuote quote = CurrentQuote.of(snapshot).quote();
        Instant time = quote.time() == null ? snapshot.time() : quote.time();
        BigDecimal percent = quote.changePercent();
        return Stream.of(
                        time == null ? "-" : time.toString(),
                        snapshot.code(),
                        text(quote.lastPrice()),
                        signed(quote.change()),
                        percent == null ? "-" : signed(percent) + "%")
                .collect(Collectors.joining(" "));
    }

    static String text(@Nullable BigDecimal number) {
        return number == null ? "-" : number.toPlainString();
    }

    static String signed(@Nullable BigDecimal number) {
        return (number != null && number.signum() > 0 ? "+" : "") + text(number);
    }
}
