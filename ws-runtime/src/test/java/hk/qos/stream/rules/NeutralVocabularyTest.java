package hk.qos.stream.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sources do not use terms of a specific protocol, including names of threads, metrics and flight events. */
final class NeutralVocabularyTest {
    private static final Path SOURCES = Path.of("src");
    private static final String WORDS = "foreign-words.txt";

    private final List<String> list = lines(SOURCES.resolve("test/resources/hk/qos/stream/rules/" + WORDS));
    private final Set<String> foreign = Set.copyOf(entries(line -> !line.startsWith("!")));
    /** Names of packages, own and of libraries, that contain such terms. */
    private final List<String> allowed = entries(line -> line.startsWith("!")).stream()
            .map(line -> line.substring(1))
            .toList();

    private List<String> entries(Predicate<String> which) {
        return list.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .filter(which)
                .toList();
    }

    @Test
    void sourcesUseNoWordOfOneProtocol() throws IOException {
        List<String> found = new ArrayList<>();
        int files = 0;
        try (Stream<Path> tree = Files.walk(SOURCES)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith(WORDS)) {
                    files++;
                    scan(file, found);
                }
            }
        }

        assertThat(files).isGreaterThan(90);
        assertThat(found).isEmpty();
    }

    @Test
    void findsWordsInsideNames() {
        assertThat(foreignIn("long kl" + "ineCount; // of CO" + "DES")).containsExactly("kl" + "ine", "co" + "des");
        assertThat(foreignIn("package hk.qos.stream.internal.json; \"hk.qos.stream.stream\""))
                .isEmpty();
        assertThat(foreignIn("\"q" + "os.stream\"")).containsExactly("q" + "os");
        assertThat(foreignIn("int statusCode = decode();")).isEmpty();
    }

    private void scan(Path file, List<String> found) {
        int number = 0;
        for (String line : lines(file)) {
            number++;
            for (String word : foreignIn(line)) {
                found.add(file + ":" + number + " says " + word);
            }
        }
    }

    private List<String> foreignIn(String line) {
        String own = line;
        for (String name : allowed) {
            own = own.replace(name, "");
        }
        return Stream.of(own.replaceAll("([a-z])([A-Z])", "$1 $2").split("[^A-Za-z]+"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(foreign::contains)
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
