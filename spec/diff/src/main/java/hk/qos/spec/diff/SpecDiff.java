package hk.qos.spec.diff;

import hk.qos.spec.diff.artifact.BaseBuild;
import hk.qos.spec.diff.artifact.Commits;
import hk.qos.spec.diff.artifact.JavaApiDiff;
import hk.qos.spec.diff.document.DocumentDiff;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the present files with a commit, prints the report, and writes the changelog entry if told to. */
public final class SpecDiff {
    private final Settings settings;
    private final PrintStream out;
    private final Commits commits;

    SpecDiff(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
        this.commits = new Commits(settings.root());
    }

    /**
     * Runs inside Maven, hence ends with an exception rather than a status.
     *
     * @throws IllegalStateException a commit is not there, something cannot be read, or the gate finds the version too low
     */
    public static void main(String[] arguments) {
        new SpecDiff(Settings.of(arguments), System.out).run();
    }

    void run() {
        boolean asked = !settings.base().isEmpty();
        Optional<String> base = asked ? Optional.of(settings.base()) : commits.release("HEAD");
        if (base.isEmpty()) {
            out.println("spec-diff: " + noRelease());
            return;
        }
        Optional<String> commit = commits.find(base.get());
        if (commit.isEmpty()) {
            throw new IllegalStateException("this clone has no commit `" + base.get() + "`" + hint());
        }
        tell(compare(base.get(), commit.get()));
    }

    private String noRelease() {
        return commits.shallow()
                ? "no release tag in this shallow clone, nothing compared; `git fetch --tags --unshallow` brings them"
                : "no release yet, nothing compared";
    }

    private String hint() {
        return commits.shallow() ? ", it is shallow: `git fetch --tags --unshallow` brings the rest" : "";
    }

    private Comparison compare(String base, String commit) {
        Path source = settings.work().resolve(commit.substring(0, 12));
        if (!Files.isDirectory(source)) {
            commits.checkOut(commit, source);
        }
        Optional<SemanticVersion> released = commits.release(commit).map(SemanticVersion::parse);
        SemanticVersion declared = SemanticVersion.parse(settings.version());
        return new Comparison(name(base, commit), released, declared, documents(source), artifacts(source));
    }

    private static String name(String base, String commit) {
        return commit.startsWith(base) ? commit.substring(0, 12) : base + " (" + commit.substring(0, 12) + ")";
    }

    private Side documents(Path source) {
        String name = "Documents (OpenAPI and AsyncAPI)";
        Path before = source.resolve("spec");
        if (!DocumentDiff.presentIn(before)) {
            return Side.notCompared(name, "the base has no spec/openapi.yaml and spec/asyncapi.yaml");
        }
        return Side.compared(name, DocumentDiff.compare(before, settings.root().resolve("spec")));
    }

    private Side artifacts(Path source) {
        String name = "Java API (qos-client and qos-ws-runtime)";
        BaseBuild build = new BaseBuild(source, settings.maven());
        if (!build.hasArtifacts()) {
            return Side.notCompared(name, "the base has no ws-runtime and generated-client");
        }
        Optional<String> failure = build.build();
        if (failure.isPresent()) {
            return Side.notCompared(name, "the base does not build:\n" + failure.get());
        }
        List<Change> changes = new ArrayList<>();
        for (String artifact : BaseBuild.ROOMS.keySet()) {
            Optional<Path> before = BaseBuild.jar(source, artifact);
            Optional<Path> after = BaseBuild.jar(settings.root(), artifact);
            if (before.isEmpty() || after.isEmpty()) {
                return Side.notCompared(name, "no " + artifact + " jar " + (before.isEmpty() ? "at the base" : "now"));
            }
            changes.addAll(JavaApiDiff.compare(artifact, before.get(), after.get()));
        }
        return Side.compared(name, Change.join(changes));
    }

    private void tell(Comparison comparison) {
        String report = Report.of(comparison);
        String entry = Changelog.entry(comparison);
        save(report);
        out.println(report);
        Path changelog = settings.root().resolve("CHANGELOG.md");
        if (settings.write()) {
            Changelog.write(changelog, entry);
            out.println("Written to CHANGELOG.md.");
        } else {
            out.println("## Changelog entry (-Dspec.write=true writes it)\n\n" + entry);
        }
        if (settings.gate() && !comparison.fits()) {
            throw new IllegalStateException("version " + comparison.declared()
                    + " is too low for these changes, they ask for " + comparison.proposed());
        }
    }

    private void save(String report) {
        try {
            Files.createDirectories(settings.work());
            Files.writeString(settings.work().resolve("report.md"), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
