package hk.qos.client.internal.http;

import hk.qos.stream.spi.Redactor;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The API key of a client, if it has one. Removes the key from texts and exceptions of other code. */
public final class ApiKey {
    private static final String INSTEAD = "<key>";

    private final boolean present;
    private final Redactor redactor;

    /** @param key null if there is none */
    public ApiKey(@Nullable String key) {
        this(key, Redactor.none());
    }

    /**
     * @param key null if there is none
     * @param others removes other secrets
     */
    public ApiKey(@Nullable String key, Redactor others) {
        this.present = key != null;
        this.redactor = key == null ? others : others.with(key, INSTEAD);
    }

    boolean isPresent() {
        return present;
    }

    /** Returns a text of the server or a library without the API key. */
    public String redact(String text) {
        return redactor.hide(text);
    }

    /** Returns the exception, or a copy of it without the API key. */
    public Throwable redact(Throwable thrown) {
        return redactor.hide(thrown);
    }

    /** Returns the exception, or a copy of it without the API key. */
    public IOException redact(IOException thrown) {
        return redactor.hide(thrown);
    }

    @Override
    public String toString() {
        return INSTEAD;
    }
}
