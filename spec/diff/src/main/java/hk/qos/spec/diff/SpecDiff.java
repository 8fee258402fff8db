package hk.qos.spec.diff;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.semver4j.Semver;

/** Compares the current files with a commit, prints the report, and writes the changelog entry. */
public final class SpecDiff {
    private static final String UNSHALLOW = "`git fetch --tags --unshallow` brings ";

    private final Settings settings;
    private final PrintStream out;
    private final Commits commits;

    SpecDiff(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
        this.commits = new Commits(settings.root());
    }

    /**
     * Runs inside Maven, so it reports failure by an exception rather than by an exit status.
     *
     * @throws IllegalStateException if a commit does not exist, git fails, a file cannot be read, or the gate fails
     *     because the version is too low or something was not compared
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
        String commit = commits.find(base.get())
                .orElseThrow(() -> new IllegalStateException("this clone has no commit `" + base.get() + "`"
                        + (commits.shallow() ? ", it is shallow: " + UNSHALLOW + "the rest" : "")));
        tell(compare(base.get(), commit));
    }

    /** A shallow clone may lack releases, so the gate fails. */
    private void withoutRelease() {
        boolean shallow = commits.shallow();
        String reason = "no release tag in this shallow clone, nothing compared; " + UNSHALLOW + "them";
        if (shallow && settings.gate()) {
            throw new IllegalStateException(reason);
        }
        out.println("spec-diff: " + (shallow ? reason : "no release yet, nothing compared"));
    }

    private Comparison compare(String base, String commit) {
        String brief = commit.substring(0, 12);
        Path source = commits.checkOut(commit, settings.work().resolve(brief));
        String name = commit.startsWith(base) ? brief : base + " (" + brief + ")";
        Optional<Semver> released = commits.release(commit).map(Versions::parse);
        Semver declared = Versions.parse(settings.version());
        return new Comparison(name, released, declared, documents(source), artifacts(source));
    }

    private Side documents(Path source) {
        String name = "Documents (OpenAPI and AsyncAPI)";
        Path before = source.resolve("spec");
        return DocumentDiff.presentIn(before)
                ? Side.compared(
                        name, DocumentDiff.compare(before, settings.root().resolve("spec")))
                : Side.notCompared(name, "the base has no spec/openapi.yaml and spec/asyncapi.yaml");
    }

    private Side artifacts(Path source) {
        String ids = Arrays.stream(Artifact.values()).map(Artifact::id).collect(Collectors.joining(", "));
        String name = "Java API (" + ids + ")";
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
            Optional<Path> after = artifact.jar(settings.root(), settings.version());
            if (before.isEmpty() || after.isEmpty()) {
                String where = before.isEmpty() ? "at the base" : "of version " + settings.version() + " now";
                return Side.notCompared(name, "no " + artifact.id() + " jar " + where);
            }
            changes.addAll(JavaApiDiff.compare(artifact, before.get(), after.get()));
        }
        return Side.compared(name, Change.join(changes));
    }

    private void tell(Comparison comparison) {
        out.println(Report.of(comparison));
        String entry = Changelog.entry(comparison);
        if (settings.write()) {
            boolean written = Changelog.write(settings.root().resolve("CHANGELOG.md"), entry);
            out.println(written ? "Written to CHANGELOG.md." : "CHANGELOG.md is up to date.");
        } else if (!entry.isEmpty()) {
            out.println("## Changelog entry (-Dspec.write=true writes it)\n\n" + entry);
        }
        if (settings.gate()) {
            judge(comparison);
        }
    }

    /** Fails also if something was not compared, since that may have broken. */
    private static void judge(Comparison comparison) {
        for (Side side : comparison.sides()) {
            if (side.missing() != null) {
                throw new IllegalStateException(side.name() + ": not compared, " + side.missing());
            }
        }
        if (!comparison.fits()) {
            throw new IllegalStateException("version " + comparison.declared()
                    + " is too low for these changes, which require " + comparison.proposed());
        }
    }
}
