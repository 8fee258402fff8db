package hk.qos.stream.loopback;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks at awaited conditions every 5 ms, since a server of this machine answers sooner than within the default of 100 ms. */
public final class ShortPolls implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultPollInterval(Duration.ofMillis(5));
    }
}
