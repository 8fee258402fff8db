package hk.qos.stream.spi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Removes secrets from text and failures. A server, a proxy or a library may repeat a secret in part, in another case, with
 * the escapes of JSON, URLs or HTML, or as hexadecimal bytes; every run of at least eight of its characters is found in all of
 * these. A shorter secret is not searched for, since it would be found in ordinary words. Immutable and thread-safe.
 */
public final class Redactor {
    private static final Redactor NONE = new Redactor(List.of());

    private static final Pattern MARK = Pattern.compile("<[a-z]+>");

    /** Text may be escaped more than once, for example JSON in JSON, or a URL in JSON. */
    private static final int MAX_ESCAPED = 3;

    private final List<SecretRuns> secrets;

    private Redactor(List<SecretRuns> secrets) {
        this.secrets = secrets;
    }

    /** Finds nothing. */
    public static Redactor none() {
        return NONE;
    }

    /**
     * A redactor that also finds {@code secret}.
     *
     * @param instead the replacement, such as {@code <key>}
     */
    public Redactor with(String secret, String instead) {
        if (secret.length() < SecretRuns.LENGTH) {
            return this;
        }
        List<SecretRuns> more = new ArrayList<>(secrets);
        more.add(new SecretRuns(secret, instead));
        String bytes = new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        if (!bytes.equals(secret)) {
            more.add(new SecretRuns(bytes, instead));
        }
        return new Redactor(List.copyOf(more));
    }

    /** A redactor that also finds a proxy's password, and its credentials as encoded in a header. */
    public Redactor withCredentialsOf(@Nullable ProxyServer proxy) {
        if (proxy == null || proxy.user() == null || proxy.password() == null) {
            return this;
        }
        byte[] both = (proxy.user() + ":" + proxy.password()).getBytes(StandardCharsets.UTF_8);
        return with(Base64.getEncoder().encodeToString(both), "<credentials>").with(proxy.password(), "<password>");
    }

    /** Whether {@code text} contains no secret. */
    public boolean isClean(String text) {
        return hide(text).equals(text);
    }

    /**
     * The text without secrets; the same object if it contains none. Escapes are removed as a whole, so that JSON stays valid.
     */
    public String hide(String text) {
        String hidden = text;
        for (SecretRuns secret : secrets) {
            hidden = hide(secret, hidden);
        }
        return hidden;
    }

    private static String hide(SecretRuns secret, String text) {
        Spans spans = new Spans();
        secret.find(text, spans::add);
        HexRuns.find(secret, text, spans::add);
        Unescaped once = Unescaped.of(text);
        Unescaped view = once;
        for (int depth = 0; view != null && depth < MAX_ESCAPED; depth++) {
            Unescaped shown = view;
            secret.find(shown.text(), (from, to) -> spans.add(shown.from(from), shown.from(to)));
            view = shown.again();
        }
        if (spans.isEmpty()) {
            return text;
        }
        if (once != null) {
            once.escapes(spans::addIfTouched);
        }
        return spans.replaced(text, secret.instead());
    }

    /**
     * The failure itself if it, its causes and suppressed failures contain no secret; otherwise a copy of all of them, without
     * secrets and with the same stack traces. A copy has the same class if that is one of the JDK with a constructor for the
     * message; otherwise its message names the class.
     */
    public Throwable hide(Throwable failure) {
        return secrets.isEmpty() ? failure : new CleanFailures(this).clean(failure);
    }

    /** As {@link #hide(Throwable)}; the result is an {@code IOException} again. */
    public IOException hide(IOException failure) {
        Throwable hidden = hide((Throwable) failure);
        return hidden instanceof IOException e ? e : new IOException(hidden);
    }

    /** The text without the marks, such as {@code <key>}, that replace secrets. */
    public static String unmarked(String text) {
        return MARK.matcher(text).replaceAll("");
    }

    /** Contains no secret. */
    @Override
    public String toString() {
        return "Redactor of " + secrets.size();
    }
}
