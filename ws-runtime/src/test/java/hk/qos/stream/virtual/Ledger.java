package hk.qos.stream.virtual;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.spi.Retention;
import hk.qos.stream.toy.Tick;
import hk.qos.stream.toy.ToyChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares what a listener received of a channel with gap recovery with what the server made: from the first item
 * on, each was delivered, recovered, or reported as unrecovered. Only the last version of each item counts.
 */
final class Ledger {
    /** The times of items have the resolution of a second. */
    private static final long SLACK = 1_000;

    private final ToyChannel channel;
    private final Archive archive;
    private final Map<String, Account> accounts = new TreeMap<>();

    private static final class Account {
        private final Set<Long> got = new HashSet<>();
        private final List<StreamEvent.Unrecovered> lost = new ArrayList<>();
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
    }

    Ledger(ToyChannel channel, Archive archive) {
        this.channel = channel;
        this.archive = archive;
    }

    private Account of(String key) {
        return accounts.computeIfAbsent(key, none -> new Account());
    }

    void live(Tick tick) {
        Account account = of(tick.key());
        account.got.add(tick.number());
        account.first = Math.min(account.first, tick.number());
        account.last = Math.max(account.last, tick.number());
    }

    void recovered(Tick tick) {
        of(tick.key()).got.add(tick.number());
    }

    void heard(StreamEvent event) {
        if (event instanceof StreamEvent.Unrecovered gone) {
            of(gone.topic().key()).lost.add(gone);
        } else if (event instanceof StreamEvent.Overflow) {
            // The topics are unknown, so the account restarts with the next item.
            accounts.values().forEach(account -> account.first = Long.MAX_VALUE);
        }
    }

    /** The items of {@code key} that were neither delivered nor reported. */
    List<Archive.Made> missing(String key) {
        Account account = of(key);
        List<Archive.Made> owed = new ArrayList<>();
        Map<Object, Archive.Made> versions = new HashMap<>();
        for (Archive.Made made : archive.of(channel, key)) {
            if (made.number() <= account.first || made.number() > account.last) {
                continue;
            }
            if (channel.retention() == Retention.EVERY) {
                owed.add(made);
            } else {
                versions.put(made.number() / 10, made);
            }
        }
        owed.addAll(versions.values());
        owed.removeIf(made -> account.got.contains(made.number())
                || account.lost.stream().anyMatch(gone -> isWithin(made, gone.from(), gone.to())));
        return owed;
    }

    private static boolean isWithin(Archive.Made made, Instant from, Instant to) {
        long end = to.toEpochMilli() + SLACK;
        return made.at() >= from.toEpochMilli() - SLACK && (made.at() <= end || made.number() * 100 <= end);
    }
}
