package hk.qos.spec.diff;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/**
 * Builds the published artifacts from the files of another commit, where they lie: packaged, not tested, not installed.
 * Dependencies come from the same local repository as those of the build that asks.
 *
 * @param source the files of the commit
 * @param maven how Maven is called, with the options that choose repository and network
 */
record BaseBuild(Path source, List<String> maven) {
    private static final String QUICKLY = "-q -B -Dstyle.color=never -Dmaven.test.skip=true -Dspotless.check.skip=true"
            + " -Dmaven.javadoc.skip=true -Dmaven.source.skip=true -am -pl ";

    /** The folders of artifacts that the commit does not have; there is nothing to build then. */
    List<String> lacking() {
        return Stream.of(Artifact.values())
                .map(Artifact::room)
                .filter(room -> !Files.isRegularFile(source.resolve(room).resolve("pom.xml")))
                .toList();
    }

    /** Builds what is not built yet; the beginning of Maven's output if that fails. */
    Optional<String> build() {
        if (Stream.of(Artifact.values()).allMatch(artifact -> jar(artifact).isPresent())) {
            return Optional.empty();
        }
        String rooms = Stream.of(Artifact.values()).map(Artifact::room).collect(Collectors.joining(","));
        Stream<String> words = Stream.concat(maven.stream(), Stream.of((QUICKLY + rooms + " package").split(" ")));
        Command result = Command.run(new ProcessBuilder(words.toList()).directory(source.toFile()));
        String output = result.output().lines().limit(5).collect(Collectors.joining("\n"));
        return result.status() == 0 ? Optional.empty() : Optional.of(output);
    }

    /** The artifact as this build left it, in the version that the commit declares. */
    Optional<Path> jar(Artifact artifact) {
        Path pom = source.resolve("pom.xml");
        try (InputStream text = Files.newInputStream(pom)) {
            String version = new MavenXpp3Reader().read(text, false).getVersion();
            return artifact.jar(source, Objects.requireNonNull(version, pom + " declares no version"));
        } catch (IOException | XmlPullParserException e) {
            throw new IllegalStateException("Cannot read " + pom + ": " + e.getMessage(), e);
        }
    }
}
