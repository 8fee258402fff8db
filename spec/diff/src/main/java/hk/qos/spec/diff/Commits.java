package hk.qos.spec.diff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Read access to the commits of a git repository, without using the network. If git fails, an {@link
 * IllegalStateException} has git's message.
 */
record Commits(Path repository) {
    /** The full name of a commit, or empty if this clone does not have it. */
    Optional<String> find(String ref) {
        ProcessBuilder git = git("rev-parse", "--verify", "--quiet", "--end-of-options", ref + "^{commit}");
        Command result = Command.run(git);
        boolean absent = result.status() == 1 && result.output().isEmpty();
        return absent ? Optional.empty() : Optional.of(answer(git));
    }

    /** The highest release tag that the commit contains. Release candidates such as {@code v0.2.0-rc1} do not count. */
    Optional<String> release(String commit) {
        return answer(git("tag", "--list", "--sort=-version:refname", "--merged", commit))
                .lines()
                .filter(tag -> tag.matches("v\\d+\\.\\d+\\.\\d+"))
                .findFirst();
    }

    /** Whether the clone is shallow, so that it may lack releases. */
    boolean shallow() {
        return answer(git("rev-parse", "--is-shallow-repository")).equals("true");
    }

    /** Writes the files of a commit into a folder, unless it exists; it appears only when it is complete. */
    Path checkOut(String commit, Path folder) {
        Path files = folder.resolveSibling(folder.getFileName() + ".part");
        Path index = folder.resolveSibling(folder.getFileName() + ".index");
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(files);
                // The repository's own index must not change.
                String prefix = "--prefix=" + files + "/";
                for (ProcessBuilder git : List.of(
                        git("read-tree", commit), git("checkout-index", "--all", "--force", "--quiet", prefix))) {
                    git.environment().put("GIT_INDEX_FILE", index.toString());
                    answer(git);
                }
                Files.delete(index);
                Files.move(files, folder);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(ProcessBuilder git) {
        Command result = Command.run(git);
        if (result.status() != 0) {
            throw new IllegalStateException("git " + git.command().get(1) + " failed: " + result.output());
        }
        return result.output();
    }

    private ProcessBuilder git(String... arguments) {
        List<String> command =
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        return new ProcessBuilder(command).directory(repository.toFile());
    }
}
