package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import hk.qos.client.internal.json.QosJsonAdapterFactory;
import hk.qos.client.model.Session;
import hk.qos.client.model.Snapshot;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrentQuoteTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "running session in its quote  | 'ts':9,'lp':'5','tt':2,'pq':{'ts':9,'lp':'5'},'aq':{'ts':7,'lp':'1'}"
                        + " | PRE_MARKET  | 5",
                "running session in own figures| 'ts':9,'lp':'5','tt':2,'pq':{'ts':3,'lp':'1'},'aq':{'ts':7,'lp':'1'}"
                        + " | PRE_MARKET  | 5",
                "quote newer than own figures  | 'ts':9,'lp':'5','tt':3,'aq':{'ts':10,'lp':'6'}                      "
                        + " | AFTER_HOURS | 6",
                "night after the close         | 'ts':9,'lp':'5','nq':{'ts':12,'lp':'7'},'aq':{'ts':10,'lp':'6'}     "
                        + " | NIGHT       | 7",
                "regular session               | 'ts':9,'lp':'5','tt':3,'pq':{'ts':1,'lp':'6'}                       "
                        + " | REGULAR     | 5",
                "quote without time            | 'ts':9,'lp':'5','tt':3,'pq':{'lp':'6'}                              "
                        + " | REGULAR     | 5",
                "quote without price           | 'ts':9,'lp':'5','tt':3,'pq':{'ts':10}                               "
                        + " | REGULAR     | 5",
                "own figures without time      | 'lp':'5','tt':3,'pq':{'ts':1,'lp':'6'}                              "
                        + " | PRE_MARKET  | 6",
                "nothing has a time            | 'lp':'5','pq':{'lp':'6'}                                            "
                        + " |             | 5"
            })
    void newestQuoteIsSelectedByTime(String what, String figures, Session session, String price) throws Exception {
        String json = "{'c':'US:AAPL'," + figures.strip() + "}";
        Snapshot snapshot = Objects.requireNonNull(new Moshi.Builder()
                .add(new QosJsonAdapterFactory())
                .build()
                .adapter(Snapshot.class)
                .fromJson(json.replace('\'', '"')));

        CurrentQuote current = CurrentQuote.of(snapshot);

        assertThat(current.session()).isEqualTo(session);
        assertThat(current.quote().lastPrice()).isEqualByComparingTo(price);
    }
}
