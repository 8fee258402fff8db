package hk.qos.simulator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of names on the wire is what the documents say. */
class WireMapTest {
    private static final Path PAGE = Path.of("..", "docs", "wire-map.md");

    @Test
    void pageMatchesTheDocuments() throws IOException {
        String page = new WireMap(Documents.load()).page();
        if (Boolean.getBoolean("pacts.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("docs/wire-map.md; mvn -q -Ppacts writes it")
                .content()
                .isEqualTo(page);
    }
}
