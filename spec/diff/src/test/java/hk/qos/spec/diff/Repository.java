package hk.qos.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A git repository with small documents and artifacts, in which tests run the comparison. */
final class Repository {
    private final Path root;

    Repository(Path root) throws IOException {
        this.root = Files.createDirectories(root);
    }

    Path file(String name) {
        return root.resolve(name);
    }

    /** Runs with the declared version and returns the output. */
    String run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("root=" + root, "maven=" + String.join("|", FakeMaven.command())));
        all.addAll(Arrays.asList(arguments));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            new SpecDiff(Settings.of(all.toArray(String[]::new)), out).run();
        }
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /** Commits documents and artifacts under a tag, and builds them. */
    void release(String version) throws IOException {
        documents();
        artifacts(version);
        commit("Release");
        git("tag", "v" + version);
    }

    void documents() throws IOException {
        Path original = original();
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write("spec/" + original.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
    }

    void artifacts(String version) throws IOException {
        write(".gitignore", "target/\nclasses*/\n");
        for (Artifact artifact : Artifact.values()) {
            write(artifact.directory() + "/pom.xml", "<project/>");
            compile(artifact, "public void loan() {}");
        }
        declare(version);
    }

    /** Compiles a class with these members for the current version of the artifact. */
    void compile(Artifact artifact, String members) throws IOException {
        Path classes = Files.createTempDirectory(root, "classes");
        Path source = Files.writeString(classes.resolve("A.java"), "package hk; public class A { " + members + " }");
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString());
        assertThat(status).isZero();
        try (JarOutputStream out =
                new JarOutputStream(Files.newOutputStream(file(artifact.directory() + "/compiled.jar")))) {
            out.putNextEntry(new JarEntry("hk/A.class"));
            Files.copy(classes.resolve("hk/A.class"), out);
        }
    }

    /** Declares a version, and builds the artifacts of it. */
    void declare(String version) throws IOException {
        write("pom.xml", "<project><parent/><version>" + version + "</version></project>");
        FakeMaven.build(root);
    }

    private static Path original() {
        try {
            return Path.of(Repository.class.getResource("/documents").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    void write(String file, String text) throws IOException {
        Files.createDirectories(file(file).getParent());
        Files.writeString(file(file), text);
    }

    void edit(String file, String old, String now) throws IOException {
        String text = Files.readString(file(file));
        assertThat(text).contains(old);
        write(file, text.replace(old, now));
    }

    void commit(String message) throws IOException {
        git("add", "-A");
        git("-c", "user.name=t", "-c", "user.email=t@t.example", "commit", "-q", "--allow-empty", "-m", message);
    }

    void git(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null"));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(output).isZero();
    }
}
