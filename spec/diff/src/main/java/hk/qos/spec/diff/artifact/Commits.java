package hk.qos.spec.diff.artifact;

import hk.qos.spec.diff.SemanticVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The commits of a git repository. Nothing in it is changed, and the network is not used. */
public final class Commits {
    /** Tags of releases: {@code v0.1.0}. A candidate such as {@code v0.2.0-rc1} is none, as it promised nothing. */
    private static final Pattern RELEASE = Pattern.compile("v\\d+\\.\\d+\\.\\d+");

    private final Path repository;

    /** The repository that the folder belongs to. */
    public Commits(Path repository) {
        this.repository = repository;
    }

    /**
     * The full name of a commit, or nothing if this clone does not have it.
     *
     * @throws IllegalStateException git cannot answer
     */
    public Optional<String> find(String ref) {
        String[] words = {"rev-parse", "--verify", "--quiet", "--end-of-options", ref + "^{commit}"};
        Command.Result result = git(words);
        boolean absent = result.status() == 1 && result.output().isEmpty();
        return absent ? Optional.empty() : Optional.of(answer(result, words));
    }

    /**
     * The highest release tag that the commit contains, or nothing if it contains none.
     *
     * @throws IllegalStateException git cannot answer
     */
    public Optional<String> release(String commit) {
        return answer("tag", "--list", "--merged", commit)
                .lines()
                .filter(tag -> RELEASE.matcher(tag).matches())
                .max(Comparator.comparing(SemanticVersion::parse));
    }

    /**
     * Whether the clone was made without its history, so that releases can be missing from it.
     *
     * @throws IllegalStateException git cannot answer
     */
    public boolean shallow() {
        return answer("rev-parse", "--is-shallow-repository").equals("true");
    }

    /** Writes the files of a commit into a folder that is not there yet, and appears only when it is complete. */
    public void checkOut(String commit, Path folder) {
        Path archive = folder.resolveSibling(folder.getFileName() + ".zip");
        try {
            Path part = folder.resolveSibling(folder.getFileName() + ".part");
            Files.createDirectories(part);
            answer("archive", "--format=zip", "-o", archive.toString(), commit);
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

    private String answer(String... words) {
        return answer(git(words), words);
    }

    private static String answer(Command.Result result, String... words) {
        if (!result.succeeded()) {
            throw new IllegalStateException("git " + words[0] + " failed: " + result.output());
        }
        return result.output();
    }

    private Command.Result git(String... words) {
        return Command.run(
                repository,
                Stream.concat(Stream.of("git"), Arrays.stream(words)).toList());
    }
}
