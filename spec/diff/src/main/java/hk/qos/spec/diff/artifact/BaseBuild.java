package hk.qos.spec.diff.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Builds the published artifacts from the files of another commit, where they lie: packaged, not tested, not installed.
 * Dependencies come from the same local repository as those of the build that asks.
 */
public final class BaseBuild {
    private static final List<String> QUICKLY = List.of(
            "-q",
            "-B",
            "-Dstyle.color=never",
            "-Dmaven.test.skip=true",
            "-Dspotless.check.skip=true",
            "-Dmaven.javadoc.skip=true",
            "-Dmaven.source.skip=true");

    private final Path source;
    private final List<String> maven;

    /**
     * A build that has not run yet.
     *
     * @param source the files of the commit
     * @param maven how Maven is called, with the options that choose repository and network
     */
    public BaseBuild(Path source, List<String> maven) {
        this.source = source;
        this.maven = List.copyOf(maven);
    }

    /** The folders of artifacts that the commit does not have; there is nothing to build then. */
    public List<String> lacking() {
        return Arrays.stream(Artifact.values())
                .map(Artifact::room)
                .filter(room -> !Files.isRegularFile(source.resolve(room).resolve("pom.xml")))
                .toList();
    }

    /** Builds what is not built yet; the beginning of Maven's output if that fails. */
    public Optional<String> build() {
        if (Arrays.stream(Artifact.values()).allMatch(artifact -> jar(artifact).isPresent())) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(maven);
        words.addAll(QUICKLY);
        String rooms = Arrays.stream(Artifact.values()).map(Artifact::room).collect(Collectors.joining(","));
        words.addAll(List.of("-am", "-pl", rooms, "package"));
        Command.Result result = Command.run(source, words);
        if (result.succeeded()) {
            return Optional.empty();
        }
        return Optional.of(result.output().lines().limit(5).collect(Collectors.joining("\n")));
    }

    /** The artifact as this build left it, in the version that the commit declares. */
    public Optional<Path> jar(Artifact artifact) {
        return jar(source, artifact, version());
    }

    /** The artifact of that version as the build of a tree left it; those of other versions may lie beside it. */
    public static Optional<Path> jar(Path tree, Artifact artifact, String version) {
        return Optional.of(
                        tree.resolve(artifact.room()).resolve("target").resolve(artifact.id() + "-" + version + ".jar"))
                .filter(Files::isRegularFile);
    }

    private String version() {
        Path pom = source.resolve("pom.xml");
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            Node project = builder.parse(pom.toFile()).getDocumentElement();
            for (Node node = project.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node.getNodeName().equals("version")) {
                    return node.getTextContent().strip();
                }
            }
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("Cannot read " + pom + ": " + e.getMessage(), e);
        }
        throw new IllegalStateException(pom + " declares no version");
    }
}
