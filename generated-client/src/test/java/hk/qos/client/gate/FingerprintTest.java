package hk.qos.client.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program by which a build checks that generated sources fit the documents. */
class FingerprintTest {
    private static Method run;

    @TempDir
    private Path root;

    @BeforeAll
    static void compile(@TempDir Path classes) throws Exception {
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", classes.toString(), "codegen/gate/Fingerprint.java");
        assertThat(status).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
            run = loader.loadClass("Fingerprint").getDeclaredMethod("run", PrintStream.class, String[].class);
        }
        run.setAccessible(true);
    }

    @BeforeEach
    void generate() throws Exception {
        put("spec/openapi.yaml", "openapi: 3.0.3\n");
        put("spec/schemas/trade.yaml", "Trade: {}\n");
        put("spec/formats.json", "{}\n");
        put("codegen/openapi/src/main/resources/record.mustache", "record\n");
        put("generated/hk/Trade.java", "record Trade() {}\n");
        assertThat(gate("write", "7.25.0")).isEmpty();
    }

    @Test
    void generatedSourcesAreAccepted() throws Exception {
        assertThat(gate("check", "7.25.0")).isEmpty();
    }

    @Test
    void changedDocumentIsNamedWithTheCommand() throws Exception {
        put("spec/schemas/trade.yaml", "Trade: {type: object}\n");

        assertThat(gate("check", "7.25.0")).contains("changed: spec/schemas/trade.yaml", "mvn -Pregenerate");
    }

    @Test
    void editedRemovedOrAddedFileIsNamed() throws Exception {
        put("generated/hk/Trade.java", "record Trade(int price) {}\n");
        put("generated/hk/Extra.java", "record Extra() {}\n");
        assertThat(gate("check", "7.25.0"))
                .contains("changed: generated/hk/Trade.java", "new:     generated/hk/Extra.java");

        Files.delete(root.resolve("generated/hk/Trade.java"));
        assertThat(gate("check", "7.25.0")).contains("gone:    generated/hk/Trade.java");
    }

    @Test
    void changedTemplateOrGeneratorVersionIsReported() throws Exception {
        assertThat(gate("check", "7.26.0")).contains("changed: version openapi-generator");

        put("codegen/openapi/src/main/resources/record.mustache", "other\n");
        assertThat(gate("check", "7.25.0")).contains("record.mustache");
    }

    @Test
    void lineEndsAndFilesWithoutCodeAreIgnored() throws Exception {
        put("generated/hk/Trade.java", "record Trade() {}\r\n");
        put("spec/README.md", "output\n");
        put("spec/examples/http/a.json", "{}\n");
        put("codegen/asyncapi/node_modules/a/index.js", "code\n");
        put("codegen/openapi/src/test/java/ATest.java", "test\n");

        assertThat(gate("check", "7.25.0")).isEmpty();
    }

    @Test
    void missingFingerprintFails() throws Exception {
        Files.delete(root.resolve("fingerprint.txt"));

        assertThat(gate("check", "7.25.0")).contains("mvn -Pregenerate");
    }

    private void put(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Returns its error output; empty if it passes. */
    private String gate(String action, String version) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(action));
        for (String path : List.of("fingerprint.txt", "spec", "codegen", "generated")) {
            arguments.add(root.resolve(path).toString());
        }
        arguments.add("openapi-generator=" + version);
        ByteArrayOutputStream complaint = new ByteArrayOutputStream();
        Object status = run.invoke(
                null, new PrintStream(complaint, true, StandardCharsets.UTF_8), arguments.toArray(String[]::new));
        String output = complaint.toString(StandardCharsets.UTF_8);
        assertThat(status).isEqualTo(output.isEmpty() ? 0 : 1);
        return output;
    }
}
