package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.model.InstrumentInfo;
import hk.qos.error.PartialAnswerException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Instrument information that is kept. */
class InstrumentsTest {
    private static final String ANSWER = "{\"msg\":\"OK\",\"data\":[%s]}";
    private static final String APPLE = "{\"c\":\"US:AAPL\",\"ne\":\"Apple\"}";
    private static final String TENCENT = "{\"c\":\"HK:00700\",\"ne\":\"TENCENT\",\"nc\":\"腾讯控股\"}";
    private static final String MOUTAI = "{\"c\":\"SH:600519\",\"nc\":\"贵州茅台\"}";

    private final AtomicLong nanos = new AtomicLong();
    private final TestServer server = new TestServer();
    private final QosClient qos = server.client()
            .planLimits(PlanLimits.defaults().withInstruments(2).withRequestsPerMinute(100))
            .build();
    private final Instruments instruments = new Instruments(qos.http(), 3, nanos::get);

    InstrumentsTest() throws Exception {}

    @AfterEach
    void stop() {
        qos.close();
        server.close();
    }

    private InstrumentsTest answers(String... infos) {
        server.answer(200, ANSWER.formatted(String.join(",", infos)));
        return this;
    }

    private String sent() throws InterruptedException {
        return Objects.requireNonNull(server.http.takeRequest().getBody()).utf8();
    }

    @Test
    void requestsOnlyWhatIsNotKept() throws Exception {
        answers(TENCENT, APPLE).answers(MOUTAI);
        assertThat(instruments.info("US:AAPL", "HK:700"))
                .extracting(InstrumentInfo::code)
                .containsExactly("US:AAPL", "HK:700");

        Results<InstrumentInfo> all = instruments.info("SH:600519", "HK:00700", "US:aapl");

        assertThat(all).extracting(InstrumentInfo::code).containsExactly("SH:600519", "HK:700", "US:AAPL");
        assertThat(all.missing()).isEmpty();
        assertThat(instruments.infoAsync("SH:600519").get()).hasSize(1);
        assertThat(sent()).isEqualTo("{\"codes\":[\"US:AAPL\",\"HK:700\"]}");
        assertThat(sent()).isEqualTo("{\"codes\":[\"SH:600519\"]}");
        assertThat(server.http.getRequestCount()).isEqualTo(2);
    }

    @Test
    void requestsAnUnknownInstrumentAgain() throws Exception {
        answers(APPLE).answers();
        assertThat(instruments.infoAsync("US:AAPL", "HK:00001").get().missing()).containsExactly("HK:00001");
        assertThat(instruments.info("US:AAPL", "HK:00001").missing()).containsExactly("HK:00001");

        assertThat(sent()).isEqualTo("{\"codes\":[\"US:AAPL\",\"HK:1\"]}");
        assertThat(sent()).isEqualTo("{\"codes\":[\"HK:1\"]}");
    }

    @Test
    void hasANameForDisplay() {
        answers(APPLE, TENCENT).answers(MOUTAI);
        assertThat(instruments.find("US:AAPL")).isEmpty();
        assertThat(instruments.name("HK:00700", Locale.ENGLISH)).isEqualTo("HK:700");
        instruments.info("US:AAPL", "HK:700", "SH:600519");

        assertThat(instruments.name("HK:00700", Locale.ENGLISH)).isEqualTo("TENCENT");
        assertThat(instruments.name("HK:700", Locale.TRADITIONAL_CHINESE)).isEqualTo("腾讯控股");
        assertThat(instruments.name("US:AAPL", Locale.CHINESE)).isEqualTo("Apple");
        assertThat(instruments.name("SH:600519", Locale.FRENCH)).isEqualTo("贵州茅台");
        assertThat(instruments.find("HK:700")).map(InstrumentInfo::englishName).hasValue("TENCENT");
    }

    @Test
    void forgetsAfterADay() {
        answers(APPLE);
        instruments.info("US:AAPL");

        nanos.set(Duration.ofDays(1).toNanos() - 1);
        assertThat(instruments.find("US:AAPL")).isPresent();
        nanos.incrementAndGet();
        assertThat(instruments.find("US:AAPL")).isEmpty();
    }

    @Test
    void forgetsWhatWasNotUsedForLongest() {
        answers(APPLE, TENCENT).answers(MOUTAI).answers("{\"c\":\"US:TSLA\"}");
        instruments.info("US:AAPL", "HK:700", "SH:600519");
        assertThat(instruments.find("US:AAPL")).isPresent();

        instruments.info("US:TSLA");

        assertThat(instruments.find("HK:700")).isEmpty();
        assertThat(instruments.find("US:AAPL")).isPresent();
    }

    @Test
    void keepsWhatWasReceivedBeforeAFailure() {
        for (boolean blocking : new boolean[] {true, false}) {
            String one = blocking ? "US:A" : "US:D";
            answers("{\"c\":\"" + one + "\"}").server.answer(200, "{\"msg\":\"No.\"}");
            assertThatThrownBy(() -> {
                        if (blocking) {
                            instruments.info(one, "US:B", "US:C");
                        } else {
                            instruments.infoAsync(one, "US:B", "US:C").join();
                        }
                    })
                    .satisfies(thrown -> assertThat(blocking ? thrown : thrown.getCause())
                            .isInstanceOf(PartialAnswerException.class));
            assertThat(instruments.find(one)).isPresent();
        }
    }

    @Test
    void refusesWhatNamesNoInstrument() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> instruments.info())
                .withMessageContaining("codes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> instruments.infoAsync("700.HK"))
                .withMessageEndingWith("; did you mean \"HK:700\"?");
        assertThat(server.http.getRequestCount()).isZero();
    }
}
