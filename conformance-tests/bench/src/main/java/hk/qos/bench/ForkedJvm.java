package hk.qos.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process with the class path of this one. Closing it ends its input, and the process if it does not end by itself. */
final class ForkedJvm implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final String name;
    private final Process process;
    private final BufferedReader lines;

    ForkedJvm(Class<?> main, String... arguments) throws IOException {
        name = main.getSimpleName() + " " + String.join(" ", arguments);
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.add("-Xmx512m");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Returns the words of the next line that begins with {@code word}, without it. */
    String[] wordsAfter(String word) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(word + " ")) {
                return line.substring(word.length() + 1).split(" ");
            }
        }
        throw new IllegalStateException(name + " ended without a line " + word);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
