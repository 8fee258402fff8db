package hk.qos.stream.internal.io;

/** Makes WebSocket connections to one address. Called on the loop. */
public interface Transport {

    /** Starts one attempt; {@code listener} hears of it later, on the loop, never before this returns. */
    Connection connect(ConnectionListener listener);
}
