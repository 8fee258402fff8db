package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every deprecated declaration has a Javadoc tag, in sources and templates. */
class DeprecationTest {
    private static final List<Path> DIRECTORIES = List.of(
            Path.of("src/main"),
            Path.of("src/generated"),
            Path.of("codegen/openapi/src/main"),
            Path.of("codegen/asyncapi/template"),
            Path.of("../ws-runtime/src/main"));

    @Test
    void everyDeprecatedDeclarationHasJavadocTag() throws IOException {
        List<String> silent = new ArrayList<>();
        int declarations = 0;
        for (Path directory : DIRECTORIES) {
            try (Stream<Path> tree = Files.walk(directory)) {
                for (Path file : tree.filter(DeprecationTest::isSource).toList()) {
                    List<String> lines = Files.readAllLines(file);
                    for (int at = 0; at < lines.size(); at++) {
                        if (lines.get(at).strip().equals("@Deprecated")) {
                            declarations++;
                            if (!javadocBefore(lines, at).contains("@deprecated ")) {
                                silent.add(file + ":" + (at + 1));
                            }
                        }
                    }
                }
            }
        }

        assertThat(silent).isEmpty();
        assertThat(declarations).isGreaterThan(20);
    }

    @Test
    void findsJavadocBeforeAnnotationsAndTemplateTags() {
        List<String> lines =
                List.of("/** One. */", "void one();", "{{#two}}", "/** Two. */", "{{/two}}", "@A", "@Deprecated");
        assertThat(javadocBefore(lines, 6)).isEqualTo("/** Two. */");
        assertThat(javadocBefore(lines, 1)).isEqualTo("/** One. */");
        assertThat(javadocBefore(lines, 2)).isEmpty();
    }

    private static boolean isSource(Path file) {
        return Stream.of(".java", ".mustache", ".mjs").anyMatch(file.toString()::endsWith);
    }

    private static String javadocBefore(List<String> lines, int declaration) {
        int last = declaration - 1;
        while (last >= 0
                && (lines.get(last).strip().startsWith("@") || lines.get(last).startsWith("{{"))) {
            last--;
        }
        if (last < 0 || !lines.get(last).strip().endsWith("*/")) {
            return "";
        }
        int first = last;
        while (!lines.get(first).contains("/**")) {
            first--;
        }
        return String.join("\n", lines.subList(first, last + 1));
    }
}
