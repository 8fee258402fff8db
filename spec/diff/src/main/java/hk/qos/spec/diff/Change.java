package hk.qos.spec.diff;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One change, reported once even if it affects several operations.
 *
 * @param verdict its effect on users
 * @param subject what changed, as written in the documents or in Java: {@code Snapshot.lp}
 * @param text the change as text
 * @param where the affected operations; may be empty
 */
record Change(Verdict verdict, String subject, String text, SortedSet<String> where) {
    private static final Comparator<Change> WORST_FIRST =
            Comparator.comparing(Change::verdict).thenComparing(Change::subject).thenComparing(Change::text);

    /** A change that affects one operation; {@code place} may be empty. */
    static Change of(Verdict verdict, String subject, String text, String place) {
        return new Change(verdict, subject, text, new TreeSet<>(place.isEmpty() ? List.of() : List.of(place)));
    }

    /** Joins changes that differ in affected operations only; the worst first. */
    static List<Change> join(Collection<Change> changes) {
        TreeMap<Change, Change> joined = new TreeMap<>(WORST_FIRST);
        for (Change change : changes) {
            SortedSet<String> places = new TreeSet<>(change.where);
            Change known =
                    joined.computeIfAbsent(change, one -> new Change(one.verdict, one.subject, one.text, places));
            known.where.addAll(places);
        }
        return List.copyOf(joined.values());
    }

    /** The change as a sentence of Markdown. */
    String sentence() {
        return "`" + subject + "` " + text + (where.isEmpty() ? "" : " (" + String.join(", ", where) + ")");
    }
}
