package hk.qos.client.internal.http;

import hk.qos.error.AuthenticationException;

/** The failure of everything that needs an API key if the client has none. */
public final class MissingApiKey {
    private MissingApiKey() {}

    /** Returns the exception; nothing was sent. */
    public static AuthenticationException exception() {
        return new AuthenticationException("the API key is missing: set apiKey(…) (is QOS_API_KEY set?),"
                + " or withoutApiKey() to call only operations that need none");
    }
}
