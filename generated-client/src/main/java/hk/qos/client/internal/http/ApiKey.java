package hk.qos.client.internal.http;

import hk.qos.stream.spi.Redactor;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The key, or that there is none. Shows itself to nobody, and takes itself out of what others say. */
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
     * @param others takes out what must not be shown beside the key
     */
    public ApiKey(@Nullable String key, Redactor others) {
        this.present = key != null;
        this.redactor = key == null ? others : others.with(key, INSTEAD);
    }

    boolean isPresent() {
        return present;
    }

    /** A text that a server or a library wrote, which may repeat the key, without it. */
    public String hideIn(String text) {
        return redactor.hide(text);
    }

    /** What a library threw, or a copy of it without the key. */
    public Throwable hideIn(Throwable thrown) {
        return redactor.hide(thrown);
    }

    /** What a library threw, or a copy of it without the key. */
    public IOException hideIn(IOException thrown) {
        return redactor.hide(thrown);
    }

    @Override
    public String toString() {
        return INSTEAD;
    }
}
