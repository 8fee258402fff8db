package hk.qos.stream;

/**
 * The state of a stream: {@code IDLE → CONNECTING → RESTORING → READY → BACKOFF → CONNECTING …} The user's
 * {@code disconnect()} leads to {@code PAUSED}, {@code close()} to {@code CLOSED}.
 */
public enum StreamState {
    /** Not used yet, so not connected. */
    IDLE,
    /** A connection is being made: name resolution, TCP, TLS, upgrade. */
    CONNECTING,
    /** Connected; the server has not answered all subscriptions yet that were wanted when the connection was made. */
    RESTORING,
    /**
     * Connected, and the server has acknowledged or refused every subscription wanted when this state began. Later
     * subscriptions do not change this state; their keys are {@link SubscriptionState#PENDING} first.
     */
    READY,
    /** Not connected; the next attempt waits for its time. */
    BACKOFF,
    /**
     * Disconnected by the user's {@code disconnect()}. Keeps its subscriptions, and connects at {@code connect()} only; requests
     * fail.
     */
    PAUSED,
    /** Closed by the user. Final from the call of {@code close()} on, even while the Close handshake lasts. */
    CLOSED,
    /**
     * Ended because another attempt cannot help, for example after rejected credentials or an untrusted certificate at the
     * first connection, or later for longer than {@link Backoff#giveUpAfter}. Final.
     */
    FAILED;

    /** Whether the stream stays in this state. */
    public boolean isFinal() {
        return this == CLOSED || this == FAILED;
    }

    /** Whether the stream is connected. */
    public boolean isConnected() {
        return this == RESTORING || this == READY;
    }
}
