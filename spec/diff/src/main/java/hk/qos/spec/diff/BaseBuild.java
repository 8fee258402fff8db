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
 * Builds the published artifacts from the files of another commit in place, without tests and without installing them.
 * Uses the same local repository as the calling build.
 *
 * @param source the files of the commit
 * @param maven the command of Maven, with the options for repository and network
 */
record BaseBuild(Path source, List<String> maven) {
    private static final String QUICKLY = "-q -B -Dstyle.color=never -Dmaven.test.skip=true -Dspotless.check.skip=true"
            + " -Dmaven.javadoc.skip=true -Dmaven.source.skip=true -am -pl ";

    /** The directories of artifacts that the commit lacks; if any, nothing can be built. */
    List<String> lacking() {
        return Stream.of(Artifact.values())
                .map(Artifact::directory)
                .filter(directory ->
                        !Files.isRegularFile(source.resolve(directory).resolve("pom.xml")))
                .toList();
    }

    /** Builds the artifacts that are not built yet. Returns the beginning of Maven's output if that fails. */
    Optional<String> build() {
        if (Stream.of(Artifact.values()).allMatch(artifact -> jar(artifact).isPresent())) {
            return Optional.empty();
        }
        String directories =
                Stream.of(Artifact.values()).map(Artifact::directory).collect(Collectors.joining(","));
        Stream<String> command =
                Stream.concat(maven.stream(), Stream.of((QUICKLY + directories + " package").split(" ")));
        Command result = Command.run(new ProcessBuilder(command.toList()).directory(source.toFile()));
        String output = result.output().lines().limit(5).collect(Collectors.joining("\n"));
        return result.status() == 0 ? Optional.empty() : Optional.of(output);
    }

    /** The jar that this build made, in the version that the commit declares. */
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
