package hk.qos.client;

import hk.qos.client.internal.answer.Missing;
import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.client.model.InstrumentCodes;
import hk.qos.client.model.InstrumentInfo;
import hk.qos.error.PartialAnswerException;
import hk.qos.stream.internal.check.Checks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Instrument information that is requested once and kept for a day, such as names to show beside quotes. It keeps the 10,000
 * instruments that were used last. Thread-safe; calls at the same time may request the same instrument. Section 4.2.
 *
 * <pre>{@code
 * Instruments instruments = qos.instruments();
 * instruments.info("HK:700", "US:AAPL");
 * System.out.println(instruments.name("HK:700", Locale.CHINESE));
 * }</pre>
 */
public final class Instruments {
    private static final int MOST = 10_000;
    private static final long MAX_AGE = Duration.ofDays(1).toNanos();

    private final QosHttp http;
    private final int most;
    private final LongSupplier nanos;

    /** By canonical code; those used last are last. */
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    private record Kept(InstrumentInfo info, long at) {}

    Instruments(QosHttp http) {
        this(http, MOST, System::nanoTime);
    }

    Instruments(QosHttp http, int most, LongSupplier nanos) {
        this.http = http;
        this.most = most;
        this.nanos = nanos;
    }

    /** Calls {@link #info(Collection)}. */
    public Results<InstrumentInfo> info(String... codes) {
        return info(Checks.listed("codes", codes));
    }

    /**
     * Returns the information of instruments, as {@link QosHttp#instrumentInfo(Collection)} does, but requests only those that
     * are not kept. An instrument that the server does not know is {@linkplain Results#missing missing}, and requested again by
     * the next call.
     *
     * @param codes instrument codes, or batches of one market, in any spelling
     * @throws IllegalArgumentException if {@code codes} is null, empty or invalid; nothing is sent
     * @throws hk.qos.error.ClientException if the request fails; what was received is kept
     */
    public Results<InstrumentInfo> info(Collection<String> codes) {
        Lookup lookup = new Lookup(codes);
        if (lookup.unknown.isEmpty()) {
            return lookup.complete(Results.empty());
        }
        try {
            return lookup.complete(http.instrumentInfo(lookup.unknown));
        } catch (PartialAnswerException e) {
            keep(e.received(InstrumentInfo.class));
            throw e;
        }
    }

    /** Calls {@link #infoAsync(Collection)}. */
    public CompletableFuture<Results<InstrumentInfo>> infoAsync(String... codes) {
        return infoAsync(Checks.listed("codes", codes));
    }

    /**
     * Like {@link #info(Collection)}, without blocking a thread. A failure completes the future exceptionally, with the
     * exception itself; cancelling the future cancels the request.
     *
     * @param codes instrument codes, or batches of one market, in any spelling
     * @throws IllegalArgumentException if {@code codes} is null, empty or invalid; nothing is sent
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the stages carry nothing of their own
    public CompletableFuture<Results<InstrumentInfo>> infoAsync(Collection<String> codes) {
        Lookup lookup = new Lookup(codes);
        if (lookup.unknown.isEmpty()) {
            return CompletableFuture.completedFuture(lookup.complete(Results.empty()));
        }
        CompletableFuture<Results<InstrumentInfo>> all = new CompletableFuture<>();
        CompletableFuture<Results<InstrumentInfo>> request = http.async().instrumentInfo(lookup.unknown);
        all.whenComplete((infos, thrown) -> request.cancel(true));
        request.whenComplete((infos, thrown) -> {
            if (thrown == null) {
                all.complete(lookup.complete(infos));
                return;
            }
            if (thrown instanceof PartialAnswerException partial) {
                keep(partial.received(InstrumentInfo.class));
            }
            all.completeExceptionally(thrown);
        });
        return all;
    }

    /**
     * Returns the information of an instrument if it is kept, without a request.
     *
     * @param code the instrument, in any spelling
     * @throws IllegalArgumentException if {@code code} is null or not a code
     */
    public Optional<InstrumentInfo> find(String code) {
        return Optional.ofNullable(fresh(InstrumentCodes.canonical(code))).map(Kept::info);
    }

    /**
     * Returns the name of an instrument for display, without a request: its Chinese name if the language is Chinese, otherwise
     * its English name; the other one if the server has only that; the code if it has none, or the information is not kept.
     *
     * @param code the instrument, in any spelling
     * @throws IllegalArgumentException if an argument is null, or {@code code} is not a code
     */
    public String name(String code, Locale language) {
        boolean chinese = Checks.required("language", language).getLanguage().equals(Locale.CHINESE.getLanguage());
        String canonical = InstrumentCodes.canonical(code);
        Optional<InstrumentInfo> info = find(canonical);
        Optional<String> inChinese = info.map(InstrumentInfo::chineseName);
        Optional<String> inEnglish = info.map(InstrumentInfo::englishName);
        return (chinese ? inChinese.or(() -> inEnglish) : inEnglish.or(() -> inChinese)).orElse(canonical);
    }

    private @Nullable Kept fresh(String canonical) {
        synchronized (kept) {
            Kept found = kept.get(canonical);
            if (found == null || nanos.getAsLong() - found.at() < MAX_AGE) {
                return found;
            }
            kept.remove(canonical);
            return null;
        }
    }

    private void keep(List<InstrumentInfo> infos) {
        long now = nanos.getAsLong();
        synchronized (kept) {
            infos.forEach(info -> kept.put(CodeSpelling.received(info.code()), new Kept(info, now)));
            var eldest = kept.entrySet().iterator();
            while (kept.size() > most) {
                eldest.next();
                eldest.remove();
            }
        }
    }

    /** One call: what is kept of its instruments, and which are not. */
    private final class Lookup {
        private final UnaryOperator<Results<InstrumentInfo>> finish;
        private final List<InstrumentInfo> known = new ArrayList<>();
        private final List<String> unknown = new ArrayList<>();

        Lookup(Collection<String> codes) {
            List<String> given = Checks.items("codes", codes, 1, Integer.MAX_VALUE);
            for (String code : CodeSpelling.split("codes", given)) {
                Kept found = fresh(code);
                if (found == null) {
                    unknown.add(code);
                } else {
                    known.add(found.info());
                }
            }
            finish = Missing.of(CodeSpelling.spellings(given), InstrumentInfo::code);
        }

        Results<InstrumentInfo> complete(Results<InstrumentInfo> received) {
            keep(received);
            List<InstrumentInfo> all = new ArrayList<>(known);
            all.addAll(received);
            return finish.apply(Results.of(all).withUndecodable(received.undecodable()));
        }
    }
}
