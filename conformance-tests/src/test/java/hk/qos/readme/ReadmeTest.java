package hk.qos.readme;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.client.QosClient;
import hk.qos.client.QosHttp;
import hk.qos.client.QosStream;
import hk.qos.client.model.CodeStyle;
import hk.qos.client.model.HistoryKLineQuery;
import hk.qos.client.model.InstrumentCodes;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.Market;
import hk.qos.stream.StreamOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The statements of README and guides about the code are true. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> HOMES = List.of(
            "hk.qos.client",
            "hk.qos.client.model",
            "hk.qos.client.metrics",
            "hk.qos.stream",
            "hk.qos.error",
            "hk.qos.simulator",
            "hk.qos.simulator.fault",
            "hk.qos.simulator.junit",
            "hk.qos.simulator.replay",
            "java.time",
            "java.util",
            "java.math",
            "java.time",
            "java.lang",
            "org.junit.jupiter.api");
    private final String readme = read(ROOT.resolve("README.md"));
    private final String testing = read(ROOT.resolve("docs/testing.md"));
    private final String python = read(ROOT.resolve("docs/python.md"));
    private final String errors = read(ROOT.resolve("docs/errors.md"));
    private final String settings = read(ROOT.resolve("docs/settings.md"));
    private final String instruments = read(ROOT.resolve("docs/instruments.md"));
    private final String observability = read(ROOT.resolve("docs/observability.md"));

    @ParameterizedTest
    @CsvSource({
        "## Quotes by HTTP, java, consumer/Consumer.java, // README: HTTP",
        "## History of any length, java, consumer/Consumer.java, // README: history",
        "## Quotes by stream, java, consumer/Consumer.java, // README: stream",
        "## Kotlin, kotlin, kotlin/src/Quotes.kt, // README: Kotlin"
    })
    void exampleIsCodeOfTheConsumer(String heading, String language, String file, String marker) {
        assertThat(readme).contains(heading + "\n");
        String consumer = read(Path.of("src/it").resolve(file));
        String shown = between(readme.substring(readme.indexOf(heading)), "```" + language + "\n", "```");
        String run = between(consumer, marker + "\n", "// README.");
        assertThat(shown.strip()).isEqualTo(run.stripIndent().strip());
    }

    @Test
    void simulatorExampleIsWatchlistTest() {
        String test = read(Path.of("src/test/java/hk/qos/readme/WatchlistTest.java"));
        String shown = between(testing, "```java\n", "```");
        assertThat(shown.strip())
                .isEqualTo(between(test, "// README: simulator\n", "// README.").strip());
    }

    @Test
    void eachNamedMethodExists() {
        assertThat(named("qos\\.http\\(\\)\\.(?:async\\(\\)\\.)?(\\w+)"))
                .isNotEmpty()
                .isSubsetOf(methods(QosHttp.class));
        assertThat(named("stream\\.(\\w+)\\(")).isNotEmpty().isSubsetOf(methods(QosStream.class));
    }

    /** The public methods of the vendor's package. */
    private static final String PYTHON = """
            get_instrument_info get_snapshot get_depth get_trades get_kline get_history_kline
            subscribe_snapshot subscribe_trades subscribe_depth subscribe_kline
            unsubscribe_snapshot unsubscribe_trades unsubscribe_depth unsubscribe_kline
            request_snapshot request_trades request_depth request_kline request_history_kline request_instrument_info
            connect_ws disconnect_ws heartbeat register_callback""";

    private List<String[]> pythonRows() {
        String table = between(python, "| Python | Java |", "\n\n");
        return table.lines()
                .filter(line -> line.matches("\\| `(heartbeat|[a-z]+_[a-z_]+)\\(.*"))
                .map(line -> line.split("\\|", -1))
                .toList();
    }

    @Test
    void pythonTableHasEachMethodOnce() {
        assertThat(pythonRows().stream()
                        .flatMap(row -> named("(\\w+)\\(", row[1]).stream())
                        .toList())
                .containsExactlyInAnyOrder(PYTHON.split("\\s+", -1));
    }

    /** A call on a query is one on the query that the same row makes. */
    @Test
    void eachCounterpartOfAPythonMethodExists() {
        Map<String, Class<?>> receivers = Map.of(
                "qos.http()", QosHttp.class,
                "qos", QosClient.class,
                "stream", QosStream.class,
                "KLineQuery", KLineQuery.class,
                "HistoryKLineQuery", HistoryKLineQuery.class);
        for (String[] row : pythonRows()) {
            Class<?> query = row[2].contains("HistoryKLineQuery") ? HistoryKLineQuery.class : KLineQuery.class;
            List<MatchResult> calls = Pattern.compile("(qos\\.http\\(\\)|\\w+|\\))\\.(\\w+)\\(")
                    .matcher(row[2])
                    .results()
                    .toList();
            assertThat(calls).as(row[1]).isNotEmpty();
            for (MatchResult call : calls) {
                Class<?> receiver = receivers.getOrDefault(call.group(1), query);
                assertThat(methods(receiver)).as(row[1]).contains(call.group(2));
            }
        }
    }

    @Test
    void namesEachException() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("ws-runtime/src/main/java/hk/qos/error"))) {
            List<String> classes = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Exception.java"))
                    .map(name -> "`" + name.replace(".java", "") + "`")
                    .toList();
            assertThat(classes)
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(errors).contains(name));
        }
    }

    @Test
    void eachLinkLeadsToAFileAndAHeading() throws IOException {
        List<Path> pages;
        try (Stream<Path> guides = Files.list(ROOT.resolve("docs"))) {
            Stream<Path> others = Stream.of(
                            "README.md",
                            "CONTRIBUTING.md",
                            "ws-runtime/README.md",
                            "spec/README.md",
                            "spec/diff/README.md")
                    .map(ROOT::resolve);
            pages = Stream.concat(others, guides).toList();
        }
        for (Path page : pages) {
            for (String link : named("\\]\\((?!https?:)([^)]+)\\)", read(page))) {
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
                assertThat(target).as(page + ": " + link).exists();
                if (parts.length == 2) {
                    assertThat(anchors(read(target))).as(page + ": " + link).contains(parts[1]);
                }
            }
        }
    }

    private static List<String> anchors(String markdown) {
        return named("(?m)^#+ (.*)$", markdown).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w -]", "")
                        .replace(' ', '-'))
                .toList();
    }

    /** Such as {@code RatePolicy.waitUpTo(d)}, and {@code s.backoff(…)} in the settings of a stream. */
    @Test
    void eachNamedMemberOfAPublicTypeExists() {
        List<MatchResult> calls = Pattern.compile("(?<![\\w.])([A-Z]\\w+|s)\\.(\\w+)\\(")
                .matcher(readme + testing + python + errors + settings + observability + instruments)
                .results()
                .toList();
        assertThat(calls).hasSizeGreaterThan(20);
        for (MatchResult call : calls) {
            assertThat(methods(typeNamed(call.group(1)))).as(call.group()).contains(call.group(2));
        }
    }

    private static Class<?> typeNamed(String simpleName) {
        if (simpleName.equals("s")) {
            return StreamOptions.class;
        }
        for (String home : HOMES) {
            try {
                return Class.forName(home + "." + simpleName);
            } catch (ClassNotFoundException e) {
                // Perhaps in the next package.
            }
        }
        throw new AssertionError("no public package has a type " + simpleName);
    }

    @Test
    void readmeLinksEachGuide() throws IOException {
        try (Stream<Path> guides = Files.list(ROOT.resolve("docs"))) {
            assertThat(guides.map(guide -> "](docs/" + guide.getFileName() + ")"))
                    .isNotEmpty()
                    .allSatisfy(link -> assertThat(readme).contains(link));
        }
    }

    @Test
    void tableOfStylesMatchesTheClient() {
        List<String> rows =
                between(instruments, "| `CodeStyle` |", "\n\n").lines().toList();
        String[] codes = rows.get(0).strip().split("\\s*\\|\\s*", -1);
        assertThat(named("(?m)^\\| `([A-Z]+)` \\|", instruments))
                .containsExactlyElementsOf(
                        Stream.of(CodeStyle.values()).map(CodeStyle::name).toList());
        for (String row : rows.subList(2, rows.size())) {
            String[] cells = row.split("\\|", -1);
            CodeStyle style = CodeStyle.valueOf(cells[1].strip().replace("`", ""));
            for (int i = 0; i < 4; i++) {
                String shown = cells[i + 2].strip().replace("`", "");
                Market market = Market.fromWire(codes[i].substring(0, 2));
                assertThat(shown)
                        .as(row)
                        .isEqualTo(style.markets().contains(market) ? InstrumentCodes.format(codes[i], style) : "");
            }
        }
    }

    private Set<String> named(String pattern) {
        return Set.copyOf(named(pattern, readme + testing + python + errors));
    }

    private static List<String> named(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    private static Set<String> methods(Class<?> face) {
        return Arrays.stream(face.getMethods()).map(method -> method.getName()).collect(Collectors.toSet());
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file.toAbsolutePath(), e);
        }
    }
}
