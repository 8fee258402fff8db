package hk.qos.stream.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Order, conflation, the limits on items and bytes, and the marks that stand for dropped items. */
final class BacklogTest {
    private final ByteBudget budget = new ByteBudget(100);
    private Backlog<String> backlog = new Backlog<>(8, budget, Received::millis);

    @Test
    void dataEventsAndTasksKeepTheirOrder() {
        data("a", 1);
        event(2);
        backlog.addTask(BacklogTest::nothing);
        data("b", 3);

        assertThat(backlog.size()).isEqualTo(4);
        assertThat(backlog.isEmpty()).isFalse();
        assertThat(drained()).containsExactly("a", "event 2", "task", "b");
        assertThat(backlog.isEmpty()).isTrue();
        assertThat(backlog.size()).isZero();
        assertThat(backlog.poll()).isNull();
        assertThat(backlog.peek()).isNull();
    }

    @Test
    void peekRemovesNothing() {
        data("a", 1);

        assertThat(backlog.peek()).isSameAs(backlog.peek()).isNotNull();
        assertThat(backlog.size()).isOne();
        assertThat(drained()).containsExactly("a");
    }

    @Test
    void newerVersionReplacesTheOlderInPlace() {
        assertThat(version("k", "k1", 10)).isFalse();
        assertThat(version("l", "l1", 10)).isFalse();
        assertThat(version("k", "k2", 30)).isTrue();

        assertThat(budget.used()).isEqualTo(40);
        assertThat(drained()).containsExactly("k2", "l1");
        assertThat(budget.used()).isZero();
    }

    @Test
    void returnedNodesAreUsedAgainWithoutTheirContent() {
        version("k", "k1", 10);
        event(2);
        backlog.addTask(BacklogTest::nothing);
        List<Backlog.Node<String>> used = new ArrayList<>();
        while (backlog.peek() != null) {
            used.add(backlog.poll());
        }
        used.forEach(backlog::giveBack);
        assertThat(version("k", "k2", 10)).as("the node of k1 is not found").isFalse();
        assertThat(used).contains(backlog.peek());
        data("a", 1);
        event(3);
        backlog.addTask(BacklogTest::nothing);

        assertThat(drained()).containsExactly("k2", "a", "event 3", "task");
        assertThat(budget.used()).isZero();
    }

    @Test
    void dataWithoutIdentityReplacesNothing() {
        data("a", 1);
        data("a", 2);

        assertThat(drained()).containsExactly("a", "a");
    }

    @Test
    void versionAfterAnEventIsNotMovedBeforeIt() {
        version("k", "k1", 1);
        event(5);
        assertThat(version("k", "k2", 1)).isFalse();
        assertThat(version("k", "k3", 1)).isTrue();

        assertThat(drained()).containsExactly("k1", "event 5", "k3");
    }

    @Test
    void versionIsReplacedAcrossATask() {
        version("k", "k1", 1);
        backlog.addTask(BacklogTest::nothing);

        assertThat(version("k", "k2", 1)).isTrue();
        assertThat(drained()).containsExactly("k2", "task");
    }

    @Test
    void deliveredVersionIsNotReplaced() {
        version("k", "k1", 1);
        backlog.poll();

        assertThat(version("k", "k2", 1)).isFalse();
        assertThat(drained()).containsExactly("k2");
    }

    @Test
    void deliveredVersionDoesNotHideTheNewerOne() {
        version("k", "k1", 1);
        event(5);
        version("k", "k2", 1);
        backlog.poll();

        assertThat(version("k", "k3", 1)).isTrue();
        assertThat(drained()).containsExactly("event 5", "k3");
    }

    @Test
    void nothingIsDroppedUpToTheCapacity() {
        backlog = new Backlog<>(3, budget, Received::millis);
        data("a", 1);
        data("b", 2);
        data("c", 3);

        assertThat(backlog.trim()).isZero();
        assertThat(drained()).containsExactly("a", "b", "c");
    }

    @Test
    void oldestDroppedItemsShareOneMarkWithTheirSpan() {
        backlog = new Backlog<>(3, budget, Received::millis);
        data("a", 20);
        data("b", 10);
        data("c", 30);
        data("d", 40);

        // The mark itself takes a place.
        assertThat(backlog.trim()).isEqualTo(2);
        assertThat(backlog.size()).isEqualTo(3);
        assertThat(backlog.trim()).isZero();
        data("e", 50);
        assertThat(backlog.trim()).isOne();

        assertThat(drained()).containsExactly("3 dropped from 10 to 30", "d", "e");
        assertThat(budget.used()).isZero();
    }

    @Test
    void eventSeparatesOverflowMarks() {
        backlog = new Backlog<>(4, budget, Received::millis);
        data("a", 1);
        event(2);
        data("b", 3);
        data("c", 4);
        data("d", 5);

        assertThat(backlog.trim()).isEqualTo(3);
        assertThat(drained()).containsExactly("1 dropped from 1 to 1", "event 2", "2 dropped from 3 to 4", "d");
    }

    @Test
    void droppedEventIsCountedByTheMarkBeforeIt() {
        backlog = new Backlog<>(3, budget, Received::millis);
        data("a", 1);
        event(2);
        data("b", 3);
        data("c", 4);

        assertThat(backlog.trim()).isEqualTo(3);
        assertThat(drained()).containsExactly("2 dropped from 1 to 2", "1 dropped from 3 to 3", "c");
    }

    @Test
    void droppedEventIsCountedByTheMarkAfterIt() {
        backlog = new Backlog<>(2, budget, Received::millis);
        event(9);
        data("a", 1);
        data("b", 3);

        assertThat(backlog.trim()).isEqualTo(2);
        assertThat(drained()).containsExactly("2 dropped from 1 to 9", "b");
    }

    @Test
    void eventsWithoutDataAreDroppedOldestFirst() {
        backlog = new Backlog<>(2, budget, Received::millis);
        event(1);
        event(2);
        event(3);

        assertThat(backlog.trim()).isEqualTo(2);
        assertThat(drained()).containsExactly("2 dropped from 1 to 2", "event 3");
    }

    @Test
    void tasksAreNeverDropped() {
        backlog = new Backlog<>(1, budget, Received::millis);
        backlog.addTask(BacklogTest::nothing);
        backlog.addTask(BacklogTest::nothing);
        event(1);

        assertThat(backlog.trim()).isZero();
        assertThat(drained()).containsExactly("task", "task", "event 1");
    }

    @Test
    void newestItemLargerThanTheBudgetIsKept() {
        add("large", 1, 101);

        assertThat(budget.isExceeded()).isTrue();
        assertThat(backlog.trim()).isZero();
        assertThat(drained()).containsExactly("large");
        assertThat(budget.isExceeded()).isFalse();
    }

    @Test
    void oldestDataOverTheBudgetIsDroppedAndFreesItsBytes() {
        add("a", 1, 60);
        event(2);
        add("b", 3, 40);
        assertThat(budget.isExceeded()).as("100 of 100 bytes").isFalse();
        assertThat(backlog.trim()).isZero();
        add("c", 4, 1);

        assertThat(backlog.trim()).isOne();
        assertThat(budget.used()).isEqualTo(41);
        assertThat(drained()).containsExactly("1 dropped from 1 to 1", "event 2", "b", "c");
    }

    @Test
    void budgetUsedByOthersDropsNoEvent() {
        budget.add(1_000);
        event(1);
        data("a", 2);

        assertThat(backlog.trim()).isZero();
        assertThat(drained()).containsExactly("event 1", "a");
    }

    @Test
    void droppedVersionIsNotReplaced() {
        backlog = new Backlog<>(2, budget, Received::millis);
        version("k", "k1", 1);
        version("l", "l1", 1);
        version("m", "m1", 1);
        backlog.trim();

        assertThat(version("k", "k2", 1)).isFalse();
        assertThat(version("m", "m2", 1)).isTrue();
    }

    @Test
    void oldestDataAfterDeliveredItemsIsDropped() {
        backlog = new Backlog<>(3, budget, Received::millis);
        data("a", 1);
        event(2);
        backlog.addTask(BacklogTest::nothing);
        assertThat(drained(1)).containsExactly("a");
        data("b", 3);
        data("c", 4);

        // The mark of b uses its slot, so the event is dropped, too.
        assertThat(backlog.trim()).isEqualTo(2);
        assertThat(drained()).containsExactly("1 dropped from 2 to 2", "task", "1 dropped from 3 to 3", "c");
    }

    @Test
    void clearDropsAllButTasksAndRunsThemInOrder() {
        List<String> ran = new ArrayList<>();
        version("k", "k1", 10);
        backlog.addTask(() -> ran.add("first"));
        event(1);
        backlog.addTask(() -> ran.add("second"));
        backlog.clear(false, Runnable::run);

        assertThat(ran).containsExactly("first", "second");
        assertThat(backlog.isEmpty()).isTrue();
        assertThat(budget.used()).isZero();
        assertThat(version("k", "k2", 1)).isFalse();
        assertThat(drained()).containsExactly("k2");
    }

    @Test
    void clearCanKeepALastEvent() {
        List<String> ran = new ArrayList<>();
        data("a", 1);
        backlog.addTask(() -> ran.add("task"));
        event(1);
        version("k", "k1", 10);
        event(2);
        backlog.clear(true, Runnable::run);
        assertThat(ran).containsExactly("task");
        assertThat(budget.used()).isZero();
        assertThat(drained()).containsExactly("event 2");

        event(3);
        data("b", 4);
        backlog.clear(true, Runnable::run);
        assertThat(backlog.isEmpty()).as("the last is no event").isTrue();
    }

    private static void nothing() {}

    private void data(String text, long millis) {
        add(text, millis, 1);
    }

    private void add(String text, long millis, int bytes) {
        assertThat(backlog.addData(new Received<>(text, millis, bytes), null)).isFalse();
    }

    private boolean version(String identity, String text, int bytes) {
        return backlog.addData(new Received<>(text, 1, bytes), identity);
    }

    private void event(long millis) {
        backlog.addEvent(new StreamEvent.Closed(Instant.ofEpochMilli(millis)));
    }

    private List<String> drained() {
        return drained(Integer.MAX_VALUE);
    }

    private List<String> drained(int most) {
        List<String> drained = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            Backlog.Node<String> node = backlog.poll();
            if (node == null) {
                break;
            }
            drained.add(text(node));
        }
        return drained;
    }

    private static String text(Backlog.Node<String> node) {
        if (node.isMark()) {
            return node.dropped + " dropped from " + node.from + " to " + node.to;
        }
        if (node.event != null) {
            return "event " + node.event.at().toEpochMilli();
        }
        return node.data == null ? "task" : node.data;
    }
}
