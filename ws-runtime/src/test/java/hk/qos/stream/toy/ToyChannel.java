package hk.qos.stream.toy;

import hk.qos.stream.spi.Channel;
import hk.qos.stream.spi.ChannelFamily;
import hk.qos.stream.spi.Command;
import hk.qos.stream.spi.Recovery;
import hk.qos.stream.spi.Retention;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A channel of {@link Tick}s. */
public record ToyChannel(String name, Retention retention) implements Channel<Tick> {
    public static final ToyChannel TICKS = new ToyChannel("ticks", Retention.EVERY);
    public static final ToyChannel QUOTES = new ToyChannel("quotes", Retention.LATEST_PER_KEY);
    /** Keeps every item; the newest can be requested. */
    public static final ToyChannel DEALS = new ToyChannel("deals", Retention.EVERY);

    /** Keeps the newest of each ten items, which can be requested. */
    public static final ToyChannel SPANS = new ToyChannel("spans", Retention.LATEST_PER_IDENTITY);

    /** Its keys count towards no limit. */
    public static final ToyChannel NOTES = new ToyChannel("notes", Retention.LATEST_PER_KEY);

    public static final ToyChannel BARS = new ToyChannel("bars", Retention.LATEST_PER_IDENTITY);

    /** The channels of one family. */
    public static final ChannelFamily<Tick> RANGES = new ChannelFamily<>("ranges");

    @Override
    public ChannelFamily<Tick> family() {
        return name.equals("bars") || name.equals("spans") ? RANGES : new ChannelFamily<>(name);
    }

    @Override
    public String canonicalKey(String key) {
        if (key.isBlank() || key.contains(" ") || key.contains(",")) {
            throw new IllegalArgumentException("not a key: \"" + key + "\"");
        }
        return key.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean isCounted() {
        return !name.equals("notes");
    }

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

    @Override
    public boolean isSame(Tick one, Tick other) {
        return one.key().equals(other.key()) && one.number() == other.number();
    }

    /** Ten items of a recoverable channel share a second. */
    @Override
    public @Nullable Instant time(Tick data) {
        long seconds = data.number() / 10;
        return seconds > Instant.MAX.getEpochSecond()
                ? Instant.MAX
                : isRecoverable() ? Instant.ofEpochSecond(seconds) : null;
    }

    @Override
    public @Nullable Recovery<Tick> recovery() {
        return isRecoverable() ? new ToyRecovery(name) : null;
    }

    private boolean isRecoverable() {
        return name.equals("deals") || name.equals("spans");
    }
}
