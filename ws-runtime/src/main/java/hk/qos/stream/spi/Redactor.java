package hk.qos.stream.spi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of text and failures that are to be shown. A server, a proxy or a library may repeat a secret in part,
 * in another case, behind the escapes of JSON, of addresses and of HTML, or as hexadecimal bytes; each run of at least eight of its characters is
 * found in all of these. A secret that is shorter is left alone, since it would be found in ordinary words. Immutable, and
 * safe for all threads.
 */
public final class Redactor {
    private static final Redactor NONE = new Redactor(List.of());

    private static final Pattern MARK = Pattern.compile("<[a-z]+>");

    /** Text may be escaped more than once: JSON in JSON, an address in JSON. */
    private static final int MOST_ESCAPED = 3;

    private final List<SecretRuns> secrets;

    private Redactor(List<SecretRuns> secrets) {
        this.secrets = secrets;
    }

    /** Finds nothing. */
    public static Redactor none() {
        return NONE;
    }

    /**
     * One that finds {@code secret} as well.
     *
     * @param instead what is shown in its place, such as {@code <key>}
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

    /** One that finds a proxy's password as well, and what user and password become in a header. */
    public Redactor withCredentialsOf(@Nullable ProxyServer proxy) {
        if (proxy == null || proxy.user() == null || proxy.password() == null) {
            return this;
        }
        byte[] both = (proxy.user() + ":" + proxy.password()).getBytes(StandardCharsets.UTF_8);
        return with(Base64.getEncoder().encodeToString(both), "<credentials>").with(proxy.password(), "<password>");
    }

    /** Whether nothing of a secret is in {@code text}. */
    public boolean isClean(String text) {
        return hide(text).equals(text);
    }

    /**
     * The text without secrets; the same object if there are none in it. Escapes are taken out whole, so that JSON stays
     * JSON.
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
        for (int depth = 0; view != null && depth < MOST_ESCAPED; depth++) {
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
     * The failure itself if neither it nor what hangs on it, causes and suppressed, shows a secret; else a copy of it all,
     * with messages without secrets and the same stack traces. The copy is of the same class where that is one of the JDK
     * that is made of a message, and otherwise names the class.
     */
    public Throwable hide(Throwable failure) {
        return secrets.isEmpty() ? failure : new CleanFailures(this).clean(failure);
    }

    /** As {@link #hide(Throwable)}: a copy stays what a reader or writer may throw. */
    public IOException hide(IOException failure) {
        Throwable hidden = hide((Throwable) failure);
        return hidden instanceof IOException e ? e : new IOException(hidden);
    }

    /** The text without the marks, such as {@code <key>}, that stand for secrets: for who looks for words in it. */
    public static String unmarked(String text) {
        return MARK.matcher(text).replaceAll("");
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "Redactor of " + secrets.size();
    }
}
