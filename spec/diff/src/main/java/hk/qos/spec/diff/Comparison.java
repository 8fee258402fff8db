package hk.qos.spec.diff;

import java.util.List;
import java.util.Optional;
import org.semver4j.Semver;

/** Both sides' changes since {@code base}, whose last release is {@code released}, and the version that they require. */
record Comparison(String base, Optional<Semver> released, Semver declared, Side documents, Side java) {
    List<Side> sides() {
        return List.of(documents, java);
    }

    Verdict verdict() {
        return documents.verdict().worse(java.verdict());
    }

    /** The lowest version that may contain such changes; before the first release, the declared one. */
    Semver proposed(Verdict verdict) {
        return released.map(version -> Versions.next(version, verdict)).orElse(declared);
    }

    Semver proposed() {
        return proposed(verdict());
    }

    /** Whether the declared version is high enough. */
    boolean fits() {
        return declared.compareTo(proposed()) >= 0;
    }
}
