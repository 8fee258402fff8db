package hk.qos.spec.diff.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The commits of a git repository. Nothing in it is changed, and the network is not used. */
public final class Commits {
    /** Tags of releases: {@code v0.1.0}. */
    private static final String RELEASES = "v[0-9]*";

    private final Path repository;

    /** The repository that the folder belongs to. */
    public Commits(Path repository) {
        this.repository = repository;
    }

    /** The full name of a commit, or nothing if this clone does not have it. */
    public Optional<String> find(String ref) {
        return answer("rev-parse", "--verify", "--quiet", "--end-of-options", ref + "^{commit}");
    }

    /** The newest release tag that the commit contains. */
    public Optional<String> release(String commit) {
        return answer("describe", "--tags", "--abbrev=0", "--match", RELEASES, commit);
    }

    /** Whether the clone was made without its history, so that releases can be missing from it. */
    public boolean shallow() {
        return answer("rev-parse", "--is-shallow-repository")
                .filter("true"::equals)
                .isPresent();
    }

    /** Writes the files of a commit into a folder that is not there yet, and appears only when it is complete. */
    public void checkOut(String commit, Path folder) {
        Path archive = folder.resolveSibling(folder.getFileName() + ".zip");
        try {
            Path part = folder.resolveSibling(folder.getFileName() + ".part");
            Files.createDirectories(part);
            Command.Result result = git("archive", "--format=zip", "-o", archive.toString(), commit);
            if (!result.succeeded()) {
                throw new IllegalStateException("git archive " + commit + ": " + result.output());
            }
            try (ZipInputStream files = new ZipInputStream(Files.newInputStream(archive))) {
                extract(files, part);
            }
            Files.delete(archive);
            Files.move(part, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void extract(ZipInputStream files, Path folder) throws IOException {
        for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
            Path target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder.normalize())) {
                throw new IOException("The commit has a file outside its tree: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else {
                write(files, target);
            }
        }
    }

    private static void write(InputStream bytes, Path target) throws IOException {
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private Optional<String> answer(String... words) {
        return Optional.of(git(words)).filter(Command.Result::succeeded).map(Command.Result::output);
    }

    private Command.Result git(String... words) {
        return Command.run(
                repository,
                Stream.concat(Stream.of("git"), Arrays.stream(words)).toList());
    }
}
