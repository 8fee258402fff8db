package hk.qos.stream.internal.io;

/** Makes WebSocket connections to one address. Called on the loop. */
public interface Transport {

    /** Starts one attempt. {@code listener} is called on the loop after this method returns. */
    Connection connect(ConnectionListener listener);
}
