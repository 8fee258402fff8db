package hk.qos.spec.diff;

import static hk.qos.spec.diff.Verdict.ADDITIVE;
import static hk.qos.spec.diff.Verdict.BREAKING;
import static hk.qos.spec.diff.Verdict.COSMETIC;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.filter.BehaviorFilter;
import japicmp.filter.ClassFilter;
import japicmp.filter.FieldFilter;
import japicmp.model.AccessModifier;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChange;
import japicmp.model.JApiHasChangeStatus;
import japicmp.model.JApiMethod;
import japicmp.model.JApiSemanticVersionLevel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javassist.CtBehavior;
import javassist.CtClass;
import javassist.CtConstructor;
import javassist.CtField;
import javassist.Modifier;

/**
 * Compares two builds of an artifact with japicmp: public and protected members, binary and source compatibility.
 * Excludes what is not part of the API: some classes, and the canonical constructors of records.
 */
final class JavaApiDiff {
    private static final int SEEN = Modifier.PUBLIC | Modifier.PROTECTED;

    private final Artifact artifact;
    private final List<Change> changes = new ArrayList<>();

    private JavaApiDiff(Artifact artifact) {
        this.artifact = artifact;
    }

    /** Returns all changes of one artifact, the worst first. */
    static List<Change> compare(Artifact artifact, Path before, Path after) {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        options.setAccessModifier(AccessModifier.PROTECTED);
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        options.getFilters().getExcludes().add((ClassFilter) type -> !artifact.promises(type.getName()));
        options.getFilters().getExcludes().add((BehaviorFilter) JavaApiDiff::isCanonical);
        options.getFilters().getExcludes().add((FieldFilter) field -> (field.getModifiers() & SEEN) == 0);
        JavaApiDiff diff = new JavaApiDiff(artifact);
        new JarArchiveComparator(options)
                .compare(new JApiCmpArchive(before.toFile(), "base"), new JApiCmpArchive(after.toFile(), "now"))
                .forEach(diff::type);
        return Change.join(diff.changes);
    }

    /** Each new field changes it, so it is not part of the API. */
    private static boolean isCanonical(CtBehavior behavior) {
        CtClass type = behavior.getDeclaringClass();
        String components = Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(CtField::getSignature)
                .collect(Collectors.joining("", "(", ")V"));
        return behavior instanceof CtConstructor
                && "java.lang.Record".equals(type.getClassFile2().getSuperclass())
                && behavior.getSignature().equals(components);
    }

    private void type(JApiClass type) {
        String name = type.getFullyQualifiedName().replace('$', '.');
        int told = changes.size();
        if (type.getChangeStatus() == JApiChangeStatus.MODIFIED) {
            type.getConstructors().forEach(one -> tell(one, name + signature(one), false));
            type.getMethods().forEach(one -> tell(one, name + "." + one.getName() + signature(one), false));
            type.getFields().forEach(one -> tell(one, name + "." + one.getName(), false));
            type.getInterfaces().forEach(one -> tell(one, name + " implements " + one.getFullyQualifiedName(), false));
        }
        tell(type, name, type.getChangeStatus() == JApiChangeStatus.MODIFIED && changes.size() == told);
    }

    /** Adds the worst change that japicmp reports of a member; {@code always} adds a change even if japicmp reports none. */
    private <T extends JApiHasChangeStatus & JApiCompatibility> void tell(T member, String subject, boolean always) {
        boolean isNew = member.getChangeStatus() == JApiChangeStatus.NEW;
        boolean isGone = member.getChangeStatus() == JApiChangeStatus.REMOVED;
        List<JApiCompatibilityChange> found =
                isNew && onlyCalled(member) ? List.of() : member.getCompatibilityChanges();
        if (found.isEmpty() && !isNew && !isGone && !always) {
            return;
        }
        Verdict least = isNew ? ADDITIVE : COSMETIC;
        Verdict verdict = found.stream().map(JavaApiDiff::verdict).reduce(least, Verdict::worse);
        String reasons = found.stream()
                .filter(change -> verdict(change) == BREAKING)
                .map(JavaApiDiff::reason)
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
        String text = isNew ? "is new" : isGone ? "is gone" : "is different";
        changes.add(Change.of(verdict, subject, reasons.isEmpty() ? text : text + ": " + reasons, artifact.id()));
    }

    private static Verdict verdict(JApiCompatibilityChange change) {
        if (!change.isBinaryCompatible() || !change.isSourceCompatible()) {
            return BREAKING;
        }
        return change.getSemanticVersionLevel() == JApiSemanticVersionLevel.MINOR ? ADDITIVE : COSMETIC;
    }

    private static String reason(JApiCompatibilityChange change) {
        String description = change.getType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return change.isBinaryCompatible() ? description + " (recompiling fails, old binaries run)" : description;
    }

    /** Only Retrofit implements an interface of HTTP calls, so a new call breaks no implementation. */
    private static boolean onlyCalled(JApiHasChangeStatus member) {
        return member instanceof JApiMethod method
                && method.getAnnotations().stream()
                        .anyMatch(one -> one.getFullyQualifiedName().startsWith("retrofit2.http."));
    }

    private static String signature(JApiBehavior behaviour) {
        return behaviour.getParameters().stream()
                .map(parameter -> parameter.getType().replaceFirst(".*\\.", ""))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
