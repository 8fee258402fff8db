package hk.qos.spec.diff.artifact;

import static hk.qos.spec.diff.Verdict.ADDITIVE;
import static hk.qos.spec.diff.Verdict.BREAKING;
import static hk.qos.spec.diff.Verdict.COSMETIC;

import hk.qos.spec.diff.Change;
import hk.qos.spec.diff.Verdict;
import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.filter.ClassFilter;
import japicmp.model.AccessModifier;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChange;
import japicmp.model.JApiField;
import japicmp.model.JApiHasChangeStatus;
import japicmp.model.JApiImplementedInterface;
import japicmp.model.JApiMethod;
import japicmp.model.JApiSemanticVersionLevel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What japicmp says of two builds of an artifact: public and protected members, binary and source compatibility.
 * Classes of which the artifact promises nothing are left out.
 */
public final class JavaApiDiff {
    private static final String NEW = "is new";

    private final Artifact artifact;
    private final List<Change> changes = new ArrayList<>();

    private JavaApiDiff(Artifact artifact) {
        this.artifact = artifact;
    }

    /** All changes of one artifact, the worst first; they show in the artifact's name. */
    public static List<Change> compare(Artifact artifact, Path before, Path after) {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        options.setAccessModifier(AccessModifier.PROTECTED);
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        ClassFilter unpromised = type -> !artifact.promises(type.getName());
        options.getFilters().getExcludes().add(unpromised);
        JavaApiDiff diff = new JavaApiDiff(artifact);
        new JarArchiveComparator(options)
                .compare(new JApiCmpArchive(before.toFile(), "base"), new JApiCmpArchive(after.toFile(), "now"))
                .forEach(diff::type);
        return Change.join(diff.changes);
    }

    private void type(JApiClass type) {
        String name = type.getFullyQualifiedName().replace('$', '.');
        switch (type.getChangeStatus()) {
            case NEW -> add(ADDITIVE, name, NEW);
            case REMOVED -> add(BREAKING, name, "is gone");
            case MODIFIED -> members(type, name);
            case UNCHANGED -> {}
        }
    }

    private void members(JApiClass type, String name) {
        int told = changes.size();
        for (JApiBehavior constructor : type.getConstructors()) {
            member(constructor, constructor, name + signature(constructor));
        }
        for (JApiMethod method : type.getMethods()) {
            String subject = name + "." + method.getName() + signature(method);
            if (method.getChangeStatus() == JApiChangeStatus.NEW && onlyCalled(method)) {
                add(ADDITIVE, subject, NEW);
            } else {
                member(method, method, subject);
            }
        }
        for (JApiField field : type.getFields()) {
            member(field, field, name + "." + field.getName());
        }
        for (JApiImplementedInterface face : type.getInterfaces()) {
            member(face, face, name + " implements " + face.getFullyQualifiedName());
        }
        judged(type.getCompatibilityChanges(), name, "is different", changes.size() == told);
    }

    private void member(JApiHasChangeStatus status, JApiCompatibility member, String subject) {
        switch (status.getChangeStatus()) {
            case NEW -> judged(member.getCompatibilityChanges(), subject, NEW, true);
            case REMOVED -> judged(member.getCompatibilityChanges(), subject, "is gone", true);
            case MODIFIED -> judged(member.getCompatibilityChanges(), subject, "is different", false);
            case UNCHANGED -> judged(member.getCompatibilityChanges(), subject, "is different", false);
        }
    }

    /** The worst of what japicmp says; {@code always} tells the change even if japicmp has nothing to say of it. */
    private void judged(List<JApiCompatibilityChange> found, String subject, String text, boolean always) {
        Verdict verdict = found.stream().map(JavaApiDiff::verdict).reduce(Verdict.NONE, Verdict::worse);
        if (verdict == Verdict.NONE && !always) {
            return;
        }
        String reasons = found.stream()
                .filter(change -> !change.isBinaryCompatible() || !change.isSourceCompatible())
                .map(JavaApiDiff::reason)
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
        Verdict least = text.equals(NEW) ? ADDITIVE : COSMETIC;
        add(verdict.worse(least), subject, reasons.isEmpty() ? text : text + ": " + reasons);
    }

    private static Verdict verdict(JApiCompatibilityChange change) {
        if (!change.isBinaryCompatible() || !change.isSourceCompatible()) {
            return BREAKING;
        }
        return change.getSemanticVersionLevel() == JApiSemanticVersionLevel.MINOR ? ADDITIVE : COSMETIC;
    }

    private static String reason(JApiCompatibilityChange change) {
        String words = change.getType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return change.isBinaryCompatible() ? words + " (recompiling fails, old binaries run)" : words;
    }

    /** Nobody but Retrofit implements an interface of HTTP calls, so one more call breaks no implementation. */
    private static boolean onlyCalled(JApiMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getFullyQualifiedName().startsWith("retrofit2.http."));
    }

    private static String signature(JApiBehavior behaviour) {
        return behaviour.getParameters().stream()
                .map(parameter ->
                        parameter.getType().substring(parameter.getType().lastIndexOf('.') + 1))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private void add(Verdict verdict, String subject, String text) {
        changes.add(Change.of(verdict, subject, text, artifact.id()));
    }
}
