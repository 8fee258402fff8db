package hk.qos.stream;

/** Where a stream stands. {@code IDLE → CONNECTING → RESTORING → READY → BACKOFF → CONNECTING …} */
public enum StreamState {
    /** Nothing was asked of it yet, so it has not connected. */
    IDLE,
    /** A connection is being made: name resolution, TCP, TLS, upgrade. */
    CONNECTING,
    /** Connected; subscriptions wanted when the connection was made are not all answered yet. */
    RESTORING,
    /**
     * Connected, and every subscription wanted when this state began was acknowledged or refused. What is wanted later
     * does not end it: keys that are new are {@link SubscriptionState#PENDING} for a while.
     */
    READY,
    /** The last connection is gone; the next attempt waits for its time. */
    BACKOFF,
    /** The end, asked for: from the call on, though the goodbye to the server may take a moment longer. */
    CLOSED,
    /**
     * The end, since going on is pointless: a refused key, a wrong certificate at the first connection, or later ones for
     * longer than {@link Backoff#giveUpAfter}.
     */
    FAILED;

    /** Whether nothing comes after it. */
    public boolean isFinal() {
        return this == CLOSED || this == FAILED;
    }

    /** Whether frames can be sent. */
    public boolean isConnected() {
        return this == RESTORING || this == READY;
    }
}
