package hk.qos.spec.diff;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Packages the compiled artifacts of a tree as Maven would; ignores options. */
final class FakeMaven {
    private static final Pattern VERSION = Pattern.compile("<version>(.*)</version>");

    private FakeMaven() {}

    public static void main(String... arguments) throws IOException {
        build(Path.of("").toAbsolutePath());
    }

    /** The command that runs it. */
    static List<String> command() {
        try {
            List<String> places = new ArrayList<>();
            for (Class<?> type : List.of(FakeMaven.class, Artifact.class)) {
                places.add(Path.of(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString());
            }
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            String path = String.join(System.getProperty("path.separator"), places);
            return List.of(java, "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", path, FakeMaven.class.getName());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static void build(Path tree) throws IOException {
        Matcher version = VERSION.matcher(Files.readString(tree.resolve("pom.xml")));
        if (!version.find()) {
            throw new IllegalStateException("no version");
        }
        for (Artifact artifact : Artifact.values()) {
            Path directory = tree.resolve(artifact.directory());
            Path target = Files.createDirectories(directory.resolve("target"));
            Files.copy(
                    directory.resolve("compiled.jar"),
                    target.resolve(artifact.id() + "-" + version.group(1) + ".jar"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
