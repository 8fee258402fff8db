package hk.qos.ws.toy;

import hk.qos.ws.spi.Channel;
import hk.qos.ws.spi.Command;
import hk.qos.ws.spi.Retention;
import java.util.Collection;

/** A channel of {@link Tick}s. */
public record ToyChannel(String name, Retention retention) implements Channel<Tick> {
    public static final ToyChannel TICKS = new ToyChannel("ticks", Retention.EVERY);
    public static final ToyChannel QUOTES = new ToyChannel("quotes", Retention.LATEST_PER_KEY);
    public static final ToyChannel BARS = new ToyChannel("bars", Retention.LATEST_PER_IDENTITY);

    @Override
    public Command subscribe(Collection<String> keys) {
        return new ToyCommand("SUB:" + name, String.join(",", keys));
    }

    @Override
    public Command cancel(Collection<String> keys) {
        return new ToyCommand("CAN:" + name, String.join(",", keys));
    }

    @Override
    public Object identity(Tick data) {
        return data.number() / 10;
    }
}
