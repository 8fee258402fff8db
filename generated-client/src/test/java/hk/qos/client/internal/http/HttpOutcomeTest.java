package hk.qos.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.error.AuthenticationException;
import hk.qos.error.ClosedException;
import hk.qos.error.ConnectFailedException;
import hk.qos.error.LimitException;
import hk.qos.error.ProtocolException;
import hk.qos.error.RefusedException;
import hk.qos.error.TooManyRequestsException;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** The words of metrics for how a call ended. */
final class HttpOutcomeTest {

    @Test
    void eachFailureHasAnOutcome() {
        assertThat(Outcome.of(null)).isEqualTo("ok");
        assertThat(Outcome.of(new RefusedException("quotes", "no", 200))).isEqualTo("refused");
        assertThat(Outcome.of(new AuthenticationException("no"))).isEqualTo("authentication");
        assertThat(Outcome.of(new TooManyRequestsException("no", null, null))).isEqualTo("too-many-requests");
        assertThat(Outcome.of(new LimitException("no", "setting"))).isEqualTo("limit");
        assertThat(Outcome.of(new ConnectFailedException("no", new IOException())))
                .isEqualTo("connect-failed");
        assertThat(Outcome.of(new ProtocolException("no"))).isEqualTo("protocol");
        assertThat(Outcome.of(new ClosedException("no"))).isEqualTo("closed");
        assertThat(Outcome.of(new CancellationException())).isEqualTo("cancelled");
        assertThat(Outcome.of(new IllegalStateException())).isEqualTo("failed");
    }
}
