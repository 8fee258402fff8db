package hk.qos.client.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.spi.Channel;
import hk.qos.stream.spi.MalformedFrameException;
import org.junit.jupiter.api.Test;

/** Records are equal by value, independent of how numbers are written. */
final class PushEqualityTest {
    private final QosDialect dialect = new QosDialect();

    @Test
    void tradesAreComparedByValue() throws MalformedFrameException {
        String trade = "{'tp':'T','c':'HK:700','p':'401.50','v':'100','ts':1700000000,'d':1}";
        assertThat(same(trade, trade.replace("401.50", "401.5").replace("'100'", "'1E2'")))
                .isTrue();
        assertThat(same(trade, trade.replace("401.50", "401.51"))).isFalse();
        assertThat(same(trade, trade.replace("'d':1", "'d':2"))).isFalse();
        assertThat(same(trade, trade.replace("'v':'100',", ""))).isFalse();
        assertThat(same(trade, trade.replace("1700000000", "1700000001"))).isFalse();
    }

    @Test
    void booksAreComparedLevelByLevel() throws MalformedFrameException {
        String book = "{'tp':'D','c':'HK:700','b':[{'p':'1.0','v':'2'},{'p':'0.9','v':'1'}],'a':[],'ts':1700000000}";
        assertThat(same(book, book.replace("1.0", "1.000"))).isTrue();
        assertThat(same(book, book.replace("0.9", "0.8"))).isFalse();
        assertThat(same(book, book.replace(",{'p':'0.9','v':'1'}", ""))).isFalse();
    }

    @Test
    void barsAndSnapshotsAreComparedByValue() throws MalformedFrameException {
        String bar = "{'tp':'K','c':'US:AAPL','o':'1.10','cl':'2','h':'3','l':'1','v':'7','ts':1700000000,'kt':5}";
        assertThat(same(bar, bar.replace("1.10", "1.1"))).isTrue();
        assertThat(same(bar, bar.replace("1.10", "1.2"))).isFalse();
        String snapshot = "{'tp':'S','c':'US:AAPL','lp':'1.10','yp':'1','ts':1700000000}";
        assertThat(same(snapshot, snapshot.replace("1.10", "1.1"))).isTrue();
        assertThat(same(snapshot, snapshot.replace("1.10", "1.2"))).isFalse();
    }

    @SuppressWarnings("unchecked") // a push has its channel's type
    private boolean same(String one, String other) throws MalformedFrameException {
        RecordingSink.Push push = read(one);
        return ((Channel<Object>) push.channel())
                .isSame(push.data(), read(other).data());
    }

    private RecordingSink.Push read(String json) throws MalformedFrameException {
        return (RecordingSink.Push) RecordingSink.read(dialect, json.replace('\'', '"'));
    }
}
