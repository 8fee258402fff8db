package hk.qos.contract;

import au.com.dius.pact.core.model.Consumer;
import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.DefaultPactWriter;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.Provider;
import au.com.dius.pact.core.model.V4Pact;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The files of the contracts: one for HTTP and one for the stream. */
final class PactFiles {
    /** Those of the HTTP interfaces. */
    static final String HTTP = "qos-client-http";

    /** Those of the stream. */
    static final String STREAM = "qos-client-stream";

    /** The folder of the committed files. */
    static final Path COMMITTED = Path.of("pacts");

    /** The folder that the build writes. */
    static final Path WRITTEN = Path.of("target", "pacts");

    private static final String PROVIDER = "qos-api";

    private PactFiles() {}

    static V4Pact pact(String consumer, Collection<Contract> contracts) {
        List<Interaction> interactions = new ArrayList<>();
        Set<String> descriptions = new HashSet<>();
        for (Contract contract : contracts) {
            if (!descriptions.add(contract.toString())) {
                throw new AssertionError("Two contracts are called \"" + contract + "\"; one would replace the other");
            }
            interactions.add(contract.interaction());
        }
        return new V4Pact(new Consumer(consumer), new Provider(PROVIDER), interactions);
    }

    /** Writes a file. */
    static void write(String consumer, Collection<Contract> contracts) {
        Pact pact = pact(consumer, contracts);
        StringWriter text = new StringWriter();
        DefaultPactWriter.INSTANCE.writePact(pact, new PrintWriter(text), PactSpecVersion.V4);
        try {
            Files.createDirectories(WRITTEN);
            Files.writeString(WRITTEN.resolve(name(consumer)), text.toString().stripTrailing() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(String consumer) {
        return consumer + ".json";
    }

    /** Reads a committed file as a provider does. */
    static V4Pact read(String consumer) {
        Pact pact = DefaultPactReader.INSTANCE.loadPact(
                COMMITTED.resolve(name(consumer)).toFile());
        return (V4Pact) pact;
    }

    /** Compares the written file with the committed one, or replaces the committed one with {@code mvn -Ppacts}. */
    static void settle(String consumer) {
        Path written = WRITTEN.resolve(name(consumer));
        Path committed = COMMITTED.resolve(name(consumer));
        try {
            if (Boolean.getBoolean("pacts.update")) {
                Files.createDirectories(COMMITTED);
                Files.copy(written, committed, StandardCopyOption.REPLACE_EXISTING);
            } else if (!Files.exists(committed) || !Files.readString(committed).equals(Files.readString(written))) {
                throw new AssertionError("conformance-tests/" + committed
                        + " is not what the documents and the client make of it (conformance-tests/" + written
                        + "). If the change is meant: mvn -Ppacts, then commit the file.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
