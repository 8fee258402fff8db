package hk.qos.simulator.fault;

/** A stream connection that faults act on; every method may be called on any thread. */
public interface FaultTarget {
    /** Ends the connection without a close frame: FIN. */
    void cut();

    /** Ends the connection with RST. */
    void reset();

    /** Sends a close frame and ends the connection. */
    void close(int code, String reason);

    /** Stops or resumes reading from the socket. */
    void read(boolean on);

    /** Sends bytes as one text or binary frame, without validation. */
    void send(byte[] payload, boolean text);

    /** Writes raw bytes to the socket, bypassing the WebSocket codec. */
    void write(byte[] raw);
}
