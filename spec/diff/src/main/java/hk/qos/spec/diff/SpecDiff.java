package hk.qos.spec.diff;

import hk.qos.spec.diff.artifact.Artifact;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares the present files with a commit, prints the report, and writes the changelog entry. */
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
     * @throws IllegalStateException a commit is not there, git fails, something cannot be read, or the gate finds the version
     *     too low or something not compared
     */
    public static void main(String[] arguments) {
        new SpecDiff(Settings.of(arguments), System.out).run();
    }

    void run() {
        boolean asked = !settings.base().isEmpty();
        Optional<String> base = asked ? Optional.of(settings.base()) : commits.release("HEAD");
        if (base.isEmpty()) {
            withoutRelease();
            return;
        }
        Optional<String> commit = commits.find(base.get());
        if (commit.isEmpty()) {
            throw new IllegalStateException("this clone has no commit `" + base.get() + "`" + hint());
        }
        tell(compare(base.get(), commit.get()));
    }

    /** A clone that was made without its history cannot know that there is no release, so the gate stays shut. */
    private void withoutRelease() {
        if (!commits.shallow()) {
            out.println("spec-diff: no release yet, nothing compared");
            return;
        }
        String reason =
                "no release tag in this shallow clone, nothing compared; `git fetch --tags --unshallow` brings them";
        if (settings.gate()) {
            throw new IllegalStateException(reason);
        }
        out.println("spec-diff: " + reason);
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
        String name = "Java API (" + ids() + ")";
        BaseBuild build = new BaseBuild(source, settings.maven());
        if (!build.lacking().isEmpty()) {
            return Side.notCompared(name, "the base has no " + String.join(" and no ", build.lacking()));
        }
        Optional<String> failure = build.build();
        if (failure.isPresent()) {
            return Side.notCompared(name, "the base does not build:\n" + failure.get());
        }
        List<Change> changes = new ArrayList<>();
        for (Artifact artifact : Artifact.values()) {
            Optional<Path> before = build.jar(artifact);
            Optional<Path> after = BaseBuild.jar(settings.root(), artifact, settings.version());
            if (before.isEmpty() || after.isEmpty()) {
                String where = before.isEmpty() ? "at the base" : "of version " + settings.version() + " now";
                return Side.notCompared(name, "no " + artifact.id() + " jar " + where);
            }
            changes.addAll(JavaApiDiff.compare(artifact, before.get(), after.get()));
        }
        return Side.compared(name, Change.join(changes));
    }

    private static String ids() {
        return Arrays.stream(Artifact.values()).map(Artifact::id).collect(Collectors.joining(", "));
    }

    private void tell(Comparison comparison) {
        String report = Report.of(comparison);
        save(report);
        out.println(report);
        changelog(comparison);
        if (settings.gate()) {
            judge(comparison);
        }
    }

    private void changelog(Comparison comparison) {
        String entry = Changelog.entry(comparison);
        if (settings.write()) {
            boolean written = Changelog.write(settings.root().resolve("CHANGELOG.md"), entry);
            out.println(written ? "Written to CHANGELOG.md." : "CHANGELOG.md says so already.");
        } else if (!entry.isEmpty()) {
            out.println("## Changelog entry (-Dspec.write=true writes it)\n\n" + entry);
        }
    }

    /** What was not compared may have broken, so it does not pass. */
    private static void judge(Comparison comparison) {
        for (Side side : comparison.sides()) {
            if (side.missing() != null) {
                throw new IllegalStateException(side.name() + ": not compared, " + side.missing());
            }
        }
        if (!comparison.fits()) {
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
