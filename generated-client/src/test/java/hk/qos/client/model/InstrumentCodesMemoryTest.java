package hk.qos.client.model;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.client.internal.check.CodeSpelling;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Codes of unknown instruments are not retained after their records. */
final class InstrumentCodesMemoryTest {

    @Test
    void unknownCodesAreNotCached() {
        List<WeakReference<String>> met = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String code = "HK:0" + "x".repeat(1_000) + i;
            met.add(new WeakReference<>(code));
            met.add(new WeakReference<>(CodeSpelling.received(code)));
        }
        for (int i = 0; i < 100 && met.stream().anyMatch(each -> !each.refersTo(null)); i++) {
            System.gc();
        }

        assertThat(met).allSatisfy(each -> assertThat(each.refersTo(null)).isTrue());
    }
}
