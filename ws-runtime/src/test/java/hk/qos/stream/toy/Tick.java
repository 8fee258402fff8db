package hk.qos.stream.toy;

/** A push, such as {@code P ticks a 42}; equal only if it is spelled alike. */
public record Tick(String key, long number, String spelling) {

    /** Spelled as usual. */
    public Tick(String key, long number) {
        this(key, number, Long.toString(number));
    }

    static Tick read(String key, String spelling) {
        return new Tick(key, Long.parseLong(spelling), spelling);
    }
}
