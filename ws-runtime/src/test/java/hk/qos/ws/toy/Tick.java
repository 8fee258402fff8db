package hk.qos.ws.toy;

/** A push, such as {@code P ticks a 42}. */
public record Tick(String key, long number) {}
