package hk.qos.client.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.Operation;
import hk.qos.client.Results;
import hk.qos.error.MalformedJsonException;
import hk.qos.error.PagingIgnoredException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages are asked for, and what comes out of them, with servers of all kinds. */
class PagerTest {
    private static final long ALL = Long.MAX_VALUE;

    /** An item: a name, and a moment in seconds. */
    private record Bar(String name, @Nullable Long second) {}

    private record Series(String code, List<Bar> bars) {}

    private record Query(String code, int count, @Nullable Long end) {}

    private static final Paging<Query, Series, Bar> PAGING = paging(false);

    private static Paging<Query, Series, Bar> paging(boolean unique) {
        return new Paging<>(
                Operation.HISTORY_KLINES,
                1000,
                (query, keys, count, end) -> new Query(keys.get(0), count, end == null ? null : end.getEpochSecond()),
                Series::code,
                Series::bars,
                bar -> bar.second() == null ? null : Instant.ofEpochSecond(bar.second()),
                unique,
                (query, key, bar) -> bar.name().startsWith(key));
    }

    /** A server of bars, oldest first. */
    private static final class Server {
        private final Map<String, List<Bar>> bars = new HashMap<>();
        private final List<List<Query>> asked = new ArrayList<>();
        private boolean excludes;
        private boolean ignores;
        private boolean roundsUp;
        private int most = 1000;
        private UnaryOperator<List<Bar>> change = page -> page;

        Server with(String code, long... seconds) {
            List<Bar> own = new ArrayList<>();
            for (int i = 0; i < seconds.length; i++) {
                own.add(new Bar(code + i, seconds[i]));
            }
            bars.put(code, own);
            return this;
        }

        Results<Series> answer(List<Query> queries) {
            asked.add(queries);
            List<Series> series = new ArrayList<>();
            for (Query query : queries) {
                if (bars.containsKey(query.code())) {
                    series.add(new Series(query.code(), change.apply(page(query))));
                }
            }
            Collections.reverse(series);
            return Results.of(series);
        }

        private List<Bar> page(Query query) {
            Long asked = query.end();
            Long end = asked == null || !roundsUp ? asked : Long.valueOf((asked + 59) / 60 * 60);
            List<Bar> upTo = bars.getOrDefault(query.code(), List.of()).stream()
                    .filter(bar -> ignores
                            || end == null
                            || bar.second() == null
                            || (excludes ? bar.second() < end : bar.second() <= end))
                    .toList();
            return upTo.subList(Math.max(0, upTo.size() - Math.min(most, query.count())), upTo.size());
        }
    }

    private final Server server = new Server();

    private Pager<Query, Series, Bar> pager(int pageSize, Span span, String... codes) {
        return new Pager<>(PAGING, new Query("", 0, null), pageSize, List.of(Arrays.asList(codes)), code -> span);
    }

    /** The items of all pages, in order. */
    private List<String> walk(Pager<Query, Series, Bar> pager) {
        List<String> names = new ArrayList<>();
        while (!pager.isDone()) {
            pager.take(server.answer(pager.next()))
                    .forEach(item -> names.add(item.item().name()));
            assertThat(server.asked).as("an end").hasSizeLessThan(100);
        }
        return names;
    }

    private List<String> walk(int pageSize, Span span, String... codes) {
        return walk(pager(pageSize, span, codes));
    }

    private static Span all() {
        return new Span(null, null, ALL);
    }

    private static List<String> newestFirst(String code, int last, int first) {
        List<String> names = new ArrayList<>();
        for (int i = last; i >= first; i--) {
            names.add(code + i);
        }
        return names;
    }

    private static long[] minutes(int count) {
        long[] seconds = new long[count];
        for (int i = 0; i < count; i++) {
            seconds[i] = 6_000 + 60L * i;
        }
        return seconds;
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "2, true", "2, false", "3, true", "3, false", "7, true", "50, false"})
    void joinsPagesWithoutHoleAndWithoutRepetitionWhetherTheServerIncludesTheEndOrNot(int pageSize, boolean excludes) {
        server.with("A", minutes(20)).excludes = excludes;

        assertThat(walk(pageSize, all(), "A")).isEqualTo(newestFirst("A", 19, 0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void joinsPagesBetweenItemsOfTheSameMoment(boolean excludes) {
        server.with("A", 60, 120, 180, 180, 180, 240).excludes = excludes;

        assertThat(walk(4, all(), "A")).isEqualTo(newestFirst("A", 5, 0));
        assertThat(walk(5, all(), "A")).isEqualTo(newestFirst("A", 5, 0));
    }

    @Test
    void asksForEachPageOnce() {
        server.with("A", minutes(10));

        walk(5, all(), "A");

        assertThat(server.asked)
                .containsExactly(
                        List.of(new Query("A", 5, null)),
                        List.of(new Query("A", 5, 6_301L)),
                        List.of(new Query("A", 5, 6_061L)),
                        List.of(new Query("A", 5, 6_001L)));
    }

    @Test
    void endsAtAnEmptyPage() {
        server.with("A");

        Pager<Query, Series, Bar> pager = pager(5, all(), "A");
        assertThat(walk(pager)).isEmpty();

        assertThat(server.asked).hasSize(1);
        assertThat(pager.missing()).containsExactly("A");
    }

    @Test
    void goesOnAfterAShortPage() {
        server.with("A", minutes(20)).most = 3;

        assertThat(walk(10, all(), "A")).isEqualTo(newestFirst("A", 19, 0));
    }

    @Test
    void crossesAGap() {
        server.with("A", 60, 120, 500_000, 500_060, 500_120);

        assertThat(walk(2, all(), "A")).isEqualTo(newestFirst("A", 4, 0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesTheStartOfTheSpanAndNotItsEnd(boolean excludes) {
        server.with("A", minutes(20)).excludes = excludes;
        Span span = new Span(Instant.ofEpochSecond(6_300), Instant.ofEpochSecond(6_900), ALL);

        assertThat(walk(4, span, "A")).isEqualTo(newestFirst("A", 14, 5));
        assertThat(walk(1, span, "A")).isEqualTo(newestFirst("A", 14, 5));
    }

    @Test
    void takesTheNumberOfItemsAndAsksForNoMore() {
        server.with("A", minutes(20));

        assertThat(walk(4, new Span(null, null, 6), "A")).isEqualTo(newestFirst("A", 19, 14));
        assertThat(server.asked).containsExactly(List.of(new Query("A", 4, null)), List.of(new Query("A", 3, 6_961L)));
        server.asked.clear();
        assertThat(walk(4, new Span(null, null, 4), "A")).hasSize(4);
        assertThat(server.asked).hasSize(1);
        assertThat(walk(4, new Span(null, Instant.ofEpochSecond(6_060), 1), "A"))
                .containsExactly("A0");
    }

    @Test
    void walksThroughInstrumentsOfDifferentLengthTogether() {
        server.with("A", minutes(9)).with("B", minutes(2)).with("C");

        Pager<Query, Series, Bar> pager = pager(4, all(), "A", "B", "X", "C");
        List<String> names = walk(pager);

        assertThat(names).filteredOn(name -> name.startsWith("A")).isEqualTo(newestFirst("A", 8, 0));
        assertThat(names).filteredOn(name -> name.startsWith("B")).isEqualTo(newestFirst("B", 1, 0));
        assertThat(names.subList(0, 6)).containsExactly("A8", "A7", "A6", "A5", "B1", "B0");
        assertThat(pager.missing()).containsExactly("X", "C");
        assertThat(server.asked.get(1)).extracting(Query::code).containsExactly("A", "B");
        assertThat(server.asked.get(2)).extracting(Query::code).containsExactly("A");
        assertThat(pager.fraction()).isEqualTo(1);
    }

    @Test
    void groupsFollowOneAnother() {
        server.with("A", minutes(3)).with("B", minutes(3));
        Pager<Query, Series, Bar> pager =
                new Pager<>(PAGING, new Query("", 0, null), 2, List.of(List.of("A"), List.of("B")), code -> all());

        assertThat(walk(pager)).containsExactly("A2", "A1", "A0", "B2", "B1", "B0");
    }

    @Test
    void tellsThatTheServerIgnoresTheEnd() {
        server.with("A", minutes(20)).ignores = true;
        Pager<Query, Series, Bar> pager = pager(5, all(), "A");
        assertThat(pager.take(server.answer(pager.next()))).hasSize(5);

        assertThatThrownBy(() -> pager.take(server.answer(pager.next())))
                .isInstanceOf(PagingIgnoredException.class)
                .hasMessage("historyKLines (4.7) was asked for items of A up to 1970-01-01T01:55:01Z, and was answered"
                        + " with items up to 1970-01-01T01:59:00Z: the server ignores the end of a page; ask its"
                        + " support how to get older items");
    }

    @Test
    void tellsThatTheServerIgnoresTheEndOfTheFirstPage() {
        server.with("A", minutes(20)).ignores = true;

        assertThatThrownBy(() -> walk(5, new Span(null, Instant.ofEpochSecond(6_300), ALL), "A"))
                .isInstanceOf(PagingIgnoredException.class);
    }

    @Test
    void takesNothingOfAPageThatIsUnusable() {
        server.with("A", minutes(4)).with("B", minutes(4));
        Pager<Query, Series, Bar> pager = pager(2, all(), "A", "B");
        server.change = page -> page.get(0).name().startsWith("B") ? List.of(new Bar("C?", 6_000L)) : page;
        assertThatThrownBy(() -> pager.take(server.answer(pager.next())))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("an item of B is another than was asked for");
        server.change = page -> page;

        assertThat(walk(pager)).hasSize(8).startsWith("A3", "A2", "B3", "B2");
    }

    @Test
    void leavesOutItemsWithoutATimeAndGoesOnBeforeThem() {
        server.with("A", minutes(9));
        server.change = page -> page.stream()
                .map(bar -> bar.name().equals("A5") || bar.name().equals("A4") ? new Bar(bar.name(), null) : bar)
                .toList();
        Pager<Query, Series, Bar> pager = pager(3, new Span(null, null, 4), "A");

        assertThat(walk(pager)).containsExactly("A8", "A7", "A6", "A3");
        assertThat(pager.undecodable()).isPositive();
    }

    @Test
    void toleratesAServerThatRoundsTheEndUpToTheNextItem() {
        server.with("A", minutes(9));
        server.roundsUp = true;

        assertThat(walk(4, all(), "A")).isEqualTo(newestFirst("A", 8, 0));
    }

    @Test
    void takesPagesInAnyOrder() {
        server.with("A", minutes(9));
        server.change = page -> {
            List<Bar> reversed = new ArrayList<>(page);
            Collections.reverse(reversed);
            return reversed;
        };

        assertThat(walk(4, all(), "A")).isEqualTo(newestFirst("A", 8, 0));
    }

    @Test
    void asksOnceMoreForAPageThatCannotBeEmpty() {
        server.with("A", minutes(12)).with("B", minutes(12));
        Pager<Query, Series, Bar> pager = pager(5, all(), "A", "B");
        pager.take(server.answer(pager.next()));

        assertThat(pager.take(Results.of(List.of(new Series("B", server.page(new Query("B", 5, 6_421L)))))))
                .extracting(item -> item.item().name())
                .containsExactly("B6", "B5", "B4", "B3");
        assertThat(pager.fraction()).isLessThan(1);
        List<String> names = walk(pager);

        assertThat(names).filteredOn(name -> name.startsWith("A")).isEqualTo(newestFirst("A", 6, 0));
        assertThat(names).filteredOn(name -> name.startsWith("B")).isEqualTo(newestFirst("B", 2, 0));
    }

    @Test
    void refusesAPageThatCannotBeEmptyTheSecondTime() {
        server.with("A", minutes(12));
        Pager<Query, Series, Bar> pager = pager(5, all(), "A");
        pager.take(server.answer(pager.next()));
        assertThat(pager.take(Results.empty())).isEmpty();

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> pager.take(Results.of(List.of(new Series("A", List.of())))))
                    .isInstanceOf(MalformedJsonException.class)
                    .hasMessage("historyKLines (4.7) was answered with unusable JSON: it has no item of A up to"
                            + " 1970-01-01T01:47:01Z, although there is one at 1970-01-01T01:47:00Z; it was requested"
                            + " twice");
        }
        assertThat(walk(pager)).isEqualTo(newestFirst("A", 6, 0));
    }

    @Test
    void refusesAnEmptyPageAfterAShortOneIfTheServerHasRepeatedKnownItems() {
        server.with("A", minutes(12)).most = 3;
        Pager<Query, Series, Bar> pager = pager(5, all(), "A");
        pager.take(server.answer(pager.next()));
        pager.take(server.answer(pager.next()));
        assertThat(pager.take(Results.empty())).isEmpty();

        assertThatThrownBy(() -> pager.take(Results.empty())).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void endsAtAnEmptyPageAfterAShortFirstOne() {
        server.with("A", minutes(3));
        Pager<Query, Series, Bar> pager = pager(5, all(), "A");
        assertThat(pager.take(server.answer(pager.next()))).hasSize(3);

        pager.take(Results.empty());

        assertThat(pager.isDone()).isTrue();
    }

    @Test
    void goesOnFromTheOtherItemsIfOneIsFarOlder() {
        long start = 86_400L * 100;
        server.with("A", IntStream.range(0, 20).mapToLong(i -> start + 60L * i).toArray());
        server.change = page -> {
            List<Bar> changed = new ArrayList<>(page);
            changed.add(new Bar("A?", 0L));
            return changed;
        };
        Span span = new Span(Instant.ofEpochSecond(start), null, ALL);

        assertThat(walk(5, span, "A")).isEqualTo(newestFirst("A", 19, 0));
        long far = 400 * 86_400L;
        server.with("A", 60, far, far + 60, far + 120, far + 180);
        server.change = page -> page;
        assertThat(walk(5, all(), "A")).isEqualTo(newestFirst("A", 4, 0));
    }

    @Test
    void takesTheLastOfTwoItemsOfAMomentIfThatIsUnique() {
        server.with("A", minutes(4));
        server.change = page -> {
            List<Bar> twice = new ArrayList<>(page);
            page.forEach(bar -> twice.add(new Bar(bar.name() + "'", bar.second())));
            return twice;
        };
        Pager<Query, Series, Bar> pager =
                new Pager<>(paging(true), new Query("", 0, null), 3, List.of(List.of("A")), code -> all());

        assertThat(walk(pager)).containsExactly("A3'", "A2'", "A1'", "A0'");
    }

    @Test
    void refusesItemsThatWereNotAskedFor() {
        server.with("A", minutes(4));
        server.change = page -> List.of(new Bar("B0", 6_000L));

        assertThatThrownBy(() -> walk(3, all(), "A"))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("an item of A is another than was asked for: Bar[name=B0");
    }

    @Test
    void asksForNothingBeforeTheEpochWhichMeansTheNewest() {
        server.with("A", -120, -60, 0, 60);

        assertThat(walk(2, all(), "A")).containsExactly("A3", "A2", "A1");
        assertThat(walk(2, new Span(null, Instant.EPOCH, ALL), "A")).isEmpty();
    }

    @Test
    void tellsHowFarItHasCome() {
        server.with("A", minutes(11));
        Pager<Query, Series, Bar> counted = pager(5, new Span(null, null, 10), "A");
        Pager<Query, Series, Bar> timed = pager(5, new Span(Instant.ofEpochSecond(6_000), null, ALL), "A");
        assertThat(counted.fraction()).isZero();

        counted.take(server.answer(counted.next()));
        timed.take(server.answer(timed.next()));

        assertThat(counted.fraction()).isEqualTo(0.5);
        assertThat(timed.fraction()).isEqualTo(0.4);
        assertThat(timed.items()).isEqualTo(5);
        assertThat(timed.requests()).isEqualTo(1);
    }
}
