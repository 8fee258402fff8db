package hk.qos.spec.diff;

import java.util.List;
import java.util.Optional;

/**
 * Both verdicts on the way from one commit to the present files, and the version that they ask for.
 *
 * @param base what was compared with, in the words of who asked
 * @param released the last release that the base contains, if there is one
 * @param declared the version that the build says it is
 * @param documents the two documents and their schemas
 * @param java the published artifacts
 */
public record Comparison(
        String base, Optional<SemanticVersion> released, SemanticVersion declared, Side documents, Side java) {

    /** The worse of the two. */
    public Verdict verdict() {
        return documents.verdict().worse(java.verdict());
    }

    /** The lowest version that may carry these changes; before the first release, the declared one carries any. */
    public SemanticVersion proposed() {
        return proposed(verdict());
    }

    SemanticVersion proposed(Verdict verdict) {
        return released.map(version -> version.next(verdict)).orElse(declared);
    }

    /** Whether the declared version is high enough. */
    public boolean fits() {
        return declared.compareTo(proposed()) >= 0;
    }

    List<Side> sides() {
        return List.of(documents, java);
    }
}
