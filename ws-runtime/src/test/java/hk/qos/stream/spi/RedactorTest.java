package hk.qos.stream.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RedactorTest {
    private static final String KEY = "S3cr3t+Key/of=the&Test~Run";
    private static final Redactor REDACTOR = Redactor.none().with(KEY, "<key>");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bad S3cr3t+Key/of=the&Test~Run!           | bad <key>!",
                "bad s3CR3T+kEY/OF=THE&tEST~rUN!           | bad <key>!",
                "cut S3cr3t+Key/of=                        | cut <key>",
                "cut f=the&Test~Run.                       | cut <key>.",
                "cut S3cr3t+K                              | cut <key>",
                "in part: S3cr3t+K and Test~Run            | in part: <key> and <key>",
                "\"S3cr3t+Key\\/of=the\\u0026Test~Run\"    | \"<key>\"",
                "\"\\u0053\\u0033\\u0063\\u0072\\u0033\\u0074\\u002B\\u004bey\" | \"<key>\"",
                "\"S3cr3t\\\\u002BKey\\\\/of=\"            | \"<key>\"",
                "?key=S3cr3t%2BKey%2fof%3Dthe%26Test%7ERun&x | ?key=<key>&x",
                "?key=S3cr3t%252BKey%252Fof                | ?key=<key>",
                "S3cr3t&#43;Key&#x2F;of=the&amp;Test~Run   | <key>",
                "\\x533cr3t+Key                            | <key>",
                "S3cr3t+, Key/of= and the&Tes              | S3cr3t+, Key/of= and the&Tes",
            })
    void everyRunOfEightCharactersIsRedactedInAnySpelling(String text, String shown) {
        assertThat(REDACTOR.hide(text)).isEqualTo(shown);
    }

    @Test
    void everyRunOfTheSecretIsRedactedAtEveryPosition() {
        Random random = new Random(7);
        String hex = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
        Redactor redactor = Redactor.none().with(hex, "#");
        for (int from = 0; from < hex.length(); from++) {
            for (int to = from; to <= hex.length(); to++) {
                String before = "x".repeat(random.nextInt(20));
                String after = "y".repeat(random.nextInt(20));
                String run = to - from < 8 ? hex.substring(from, to) : "#";
                assertThat(redactor.hide(before + hex.substring(from, to) + after))
                        .isEqualTo(before + run + after);
            }
        }
    }

    @Test
    void secretInHexadecimalBytesIsRedacted() {
        Redactor redactor = Redactor.none().with("nightfall-0123", "#");
        String hex = HexFormat.of().formatHex("x: nightfall-0123!".getBytes(StandardCharsets.UTF_8));

        assertThat(redactor.hide("\\n not found: limit=18 content=" + hex + "..."))
                .isEqualTo("\\n not found: limit=18 content=783a20#21...");
        assertThat(redactor.hide("f" + hex.toUpperCase(Locale.ROOT))).isEqualTo("f783A20#21");
        String part = HexFormat.of().formatHex("nightfa".getBytes(StandardCharsets.UTF_8));
        assertThat(redactor.hide(part + "00")).isEqualTo(part + "00");
    }

    @Test
    void placeholdersAreRemovedFromMessagesBeforeMatching() {
        assertThat(Redactor.unmarked("unknown code (client <key>)")).isEqualTo("unknown code (client )");
    }

    @Test
    void textWithoutTheSecretIsUnchanged() {
        for (String text :
                new String[] {"", "x", "{\"kind\":\"S\",\"name\":\"a:b\",\"x\":\"a\\/b\\u0041 100% & so &on; \\\"}"}) {
            assertThat(REDACTOR.hide(text)).isSameAs(text);
        }
        assertThat(Redactor.none().with("short", "#").hide("a short word")).isEqualTo("a short word");
    }

    @Test
    void escapeSequenceIsRedactedWhole() {
        Redactor redactor = Redactor.none().with("nightfall-0123", "#");
        assertThat(redactor.hide("{\"a\":\"\\nightfall-0123\\u0033\"}")).isEqualTo("{\"a\":\"#\\u0033\"}");
    }

    @Test
    void proxyCredentialsAreRedactedInEverySpelling() {
        ProxyServer proxy = new ProxyServer(ProxyServer.Kind.HTTP_CONNECT, "proxy", 1, null, null)
                .withCredentials("someone", "p\u00e4ssw\u00f6rd-\u4f60\u597d");
        Redactor redactor = Redactor.none().withCredentialsOf(proxy);
        assertThat(redactor.hide("not p\u00e4ssw\u00f6rd-\u4f60\u597d nor p%C3%A4ssw%C3%B6rd-%E4%BD%A0%E5%A5%BD"))
                .isEqualTo("not <password> nor <password>");
        assertThat(redactor.hide("Basic c29tZW9uZTpww6Rzc3fDtnJkLeS9oOWlvQ==")).isEqualTo("Basic <credentials>");
    }

    @Test
    void exceptionWithoutTheSecretIsReturnedUnchanged() {
        IOException clean = new IOException("reset", new IllegalStateException("by peer"));
        assertThat(REDACTOR.hide(clean)).isSameAs(clean);
    }

    @Test
    void redactedExceptionKeepsClassStackTraceCausesAndSuppressed() {
        IllegalStateException root = new IllegalStateException("BAD " + KEY);
        Foreign foreign = new Foreign(KEY, root);
        ProtocolException failure = new ProtocolException("Unexpected status line: BAD " + KEY);
        failure.initCause(foreign);
        failure.addSuppressed(new IOException("also " + KEY.toUpperCase(Locale.ROOT)));

        IOException hidden = REDACTOR.hide(failure);
        assertThat(hidden)
                .isExactlyInstanceOf(ProtocolException.class)
                .hasMessage("Unexpected status line: BAD <key>")
                .rootCause()
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("BAD <key>");
        Throwable cause = Objects.requireNonNull(hidden.getCause());
        assertThat(cause)
                .isExactlyInstanceOf(RuntimeException.class)
                .hasMessage(Foreign.class.getName() + ": holds <key>");
        assertThat(hidden.getStackTrace()).isEqualTo(failure.getStackTrace());
        assertThat(cause.getStackTrace()).isEqualTo(foreign.getStackTrace());
        StringWriter printed = new StringWriter();
        hidden.printStackTrace(new PrintWriter(printed, true));
        assertThat(printed.toString()).doesNotContainIgnoringCase("S3cr3t+K").contains("also <key>");
    }

    @Test
    void circularCausesAreRedacted() {
        IOException first = new IOException("first " + KEY);
        IOException second = new IOException("second", first);
        first.initCause(second);
        assertThat(REDACTOR.hide(second)).hasMessage("second").cause().hasMessage("first <key>");
    }

    /** An exception with state besides its message, as libraries have. */
    private static final class Foreign extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Foreign(String held, Throwable cause) {
            super("holds " + held, cause);
        }
    }
}
