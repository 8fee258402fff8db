package hk.qos.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.client.HttpOutcome;
import hk.qos.error.AuthenticationException;
import hk.qos.error.ClosedException;
import hk.qos.error.ConnectFailedException;
import hk.qos.error.LimitException;
import hk.qos.error.ProtocolException;
import hk.qos.error.RefusedException;
import hk.qos.error.RequestTimeoutException;
import hk.qos.error.TooManyRequestsException;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** The outcome that metrics report for each failure. */
final class HttpOutcomeTest {

    @Test
    void eachFailureHasAnOutcome() {
        assertThat(Outcomes.of(null)).isEqualTo(HttpOutcome.OK);
        assertThat(Outcomes.of(new RefusedException("quotes", "no", 200))).isEqualTo(HttpOutcome.REFUSED);
        assertThat(Outcomes.of(new AuthenticationException("no"))).isEqualTo(HttpOutcome.AUTHENTICATION);
        assertThat(Outcomes.of(new TooManyRequestsException("no", null, null)))
                .isEqualTo(HttpOutcome.TOO_MANY_REQUESTS);
        assertThat(Outcomes.of(new LimitException("no", "setting"))).isEqualTo(HttpOutcome.LIMIT);
        assertThat(Outcomes.of(new ConnectFailedException("no", new IOException())))
                .isEqualTo(HttpOutcome.CONNECT_FAILED);
        assertThat(Outcomes.of(new ProtocolException("no"))).isEqualTo(HttpOutcome.PROTOCOL);
        assertThat(Outcomes.of(new RequestTimeoutException("no"))).isEqualTo(HttpOutcome.TIMEOUT);
        assertThat(Outcomes.of(new ClosedException("no"))).isEqualTo(HttpOutcome.CLOSED);
        assertThat(Outcomes.of(new CancellationException())).isEqualTo(HttpOutcome.CANCELLED);
        assertThat(Outcomes.of(new IllegalStateException())).isEqualTo(HttpOutcome.FAILED);
    }
}
