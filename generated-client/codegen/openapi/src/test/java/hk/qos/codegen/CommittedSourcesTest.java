package hk.qos.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/**
 * The committed sources of records and HTTP equal generated ones, even if a file was edited together with its recorded
 * checksum. Those of the stream need Node, so only {@code .ci/run} regenerates them.
 */
class CommittedSourcesTest {
    private static final Path COMMITTED = Path.of("../../src/generated/java");

    @TempDir
    private Path made;

    @Test
    void committedSourcesEqualGeneratedOnes() throws IOException {
        DefaultGenerator generator = new DefaultGenerator();
        for (String left : new String[] {
            CodegenConstants.API_TESTS,
            CodegenConstants.MODEL_TESTS,
            CodegenConstants.API_DOCS,
            CodegenConstants.MODEL_DOCS
        }) {
            generator.setGeneratorPropertyDefault(left, "false");
        }
        generator
                .opts(new CodegenConfigurator()
                        .setInputSpec("../../../spec/openapi.yaml")
                        .setGeneratorName(QosCodegen.class.getName())
                        .setOutputDir(made.toString())
                        .addOpenapiNormalizer("DISABLE_ALL", "true")
                        .toClientOptInput())
                .generate();

        Map<String, String> sources = sources();
        assertThat(sources).hasSizeGreaterThan(50);
        sources.forEach((file, source) -> assertThat(COMMITTED.resolve(file))
                .as("%s; run mvn -Pregenerate, and edit the document or template instead", file)
                .content()
                .isEqualToNormalizingNewlines(source));
    }

    private Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(made.resolve("hk"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.put(made.relativize(file).toString(), Files.readString(file));
            }
        }
        return sources;
    }
}
