package hk.qos.bench.client;

/** Finds the class of a push by its tag, and hands the object to the meter: what users of a JSON library do. */
final class TextPushes {
    private static final String TAG = "{\"tp\":\"";

    private final Parser parser;
    private final Meter meter;

    TextPushes(Parser parser, Meter meter) {
        this.parser = parser;
        this.meter = meter;
    }

    /** Reads a message; what is not a push is an acknowledgement. */
    void read(String text) {
        if (!text.startsWith(TAG)) {
            return;
        }
        try {
            switch (text.charAt(TAG.length())) {
                case 'S' -> {
                    Quote.Snapshot push = parser.parse(text, Quote.Snapshot.class);
                    meter.push(push, push.ts);
                }
                case 'T' -> {
                    Quote.Trade push = parser.parse(text, Quote.Trade.class);
                    meter.push(push, push.ts);
                }
                case 'D' -> {
                    Quote.Depth push = parser.parse(text, Quote.Depth.class);
                    meter.push(push, push.ts);
                }
                default -> {
                    Quote.KLine push = parser.parse(text, Quote.KLine.class);
                    meter.push(push, push.ts);
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException("cannot read " + text, e);
        }
    }

    /** A JSON library. */
    interface Parser {
        <T> T parse(String text, Class<T> type) throws Exception;
    }
}
