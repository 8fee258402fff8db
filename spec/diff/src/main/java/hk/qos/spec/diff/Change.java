package hk.qos.spec.diff;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One change, told once however many operations it shows in.
 *
 * @param verdict what it does to users
 * @param subject what changed, as written in the documents or in Java: {@code Snapshot.lp}
 * @param text what happened to it
 * @param where the operations in which it shows; may be empty
 */
public record Change(Verdict verdict, String subject, String text, SortedSet<String> where)
        implements Comparable<Change> {

    private static final Comparator<Change> ORDER =
            Comparator.comparing(Change::verdict).thenComparing(Change::subject).thenComparing(Change::text);

    /** A change that shows in one place; {@code place} may be empty. */
    public static Change of(Verdict verdict, String subject, String text, String place) {
        return new Change(verdict, subject, text, place.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(place)));
    }

    /** Joins changes that differ only in where they show; the worst first. */
    public static List<Change> join(Collection<Change> changes) {
        Map<Change, Change> joined = new TreeMap<>();
        for (Change change : changes) {
            joined.merge(change, change, (one, other) -> {
                SortedSet<String> places = new TreeSet<>(one.where);
                places.addAll(other.where);
                return new Change(one.verdict, one.subject, one.text, places);
            });
        }
        return List.copyOf(joined.values());
    }

    /** The change as a sentence of Markdown. */
    public String sentence() {
        String places = where.isEmpty() ? "" : " (" + String.join(", ", where) + ")";
        return "`" + subject + "` " + text + places;
    }

    @Override
    public int compareTo(Change other) {
        return ORDER.compare(this, other);
    }
}
