package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The scanner finds each form of a secret. */
class SecretScannerTest {
    private static final String SECRET = "S3cr3t+Key/of=the&Conformance~Run";

    @Test
    void findsASecretInEachOfItsForms() {
        String base64 = Base64.getEncoder().encodeToString(("key: " + SECRET + ".").getBytes(StandardCharsets.UTF_8));
        List<String> forms = List.of(
                "key: " + SECRET,
                SECRET.substring(0, 20) + "...",
                "..." + SECRET.substring(14),
                "?key=" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8) + "&",
                base64);
        for (String form : forms) {
            try (SecretScanner scanner = new SecretScanner(SECRET)) {
                scanner.note("nothing");
                assertThat(scanner.found()).isEmpty();
                scanner.note(new IllegalStateException("outer", new IllegalArgumentException(form)));
                assertThat(scanner.found()).as(form).isNotEmpty();
            }
        }
        try (SecretScanner scanner = new SecretScanner(SECRET)) {
            LoggerFactory.getLogger("io.netty.any").trace("header {}", SECRET);
            assertThat(scanner.found()).isNotEmpty();
        }
    }
}
