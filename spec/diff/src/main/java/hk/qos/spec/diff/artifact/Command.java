package hk.qos.spec.diff.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs a program to its end. */
final class Command {
    /**
     * How it ended.
     *
     * @param status exit status, 0 for success
     * @param output what it wrote, without white space at the ends
     */
    record Result(int status, String output) {
        boolean succeeded() {
            return status == 0;
        }
    }

    private Command() {}

    /** Standard output and error together; an interrupt ends the program and is passed on as an exception. */
    static Result run(Path folder, List<String> words) {
        Process process =
                start(new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true));
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + words.get(0), e);
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + builder.command().get(0) + ", which must be on the PATH", e);
        }
    }
}
