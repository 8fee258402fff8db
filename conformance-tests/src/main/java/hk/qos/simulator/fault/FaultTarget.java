package hk.qos.simulator.fault;

/** A stream connection as faults see it; every method may be called on any thread. */
public interface FaultTarget {
    /** Ends the connection without a close frame: FIN. */
    void cut();

    /** Ends the connection with RST. */
    void reset();

    /** Sends a close frame and ends the connection. */
    void close(int code, String reason);

    /** Takes nothing more from the socket, or goes on. */
    void read(boolean on);

    /** Sends bytes as one frame, text or binary, whatever they are. */
    void send(byte[] payload, boolean text);

    /** Writes bytes to the socket as they are, past WebSocket. */
    void write(byte[] raw);
}
