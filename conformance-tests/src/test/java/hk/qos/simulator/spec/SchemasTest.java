package hk.qos.simulator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

class SchemasTest {

    /** The schema validator knows the documents' extension fields, so that a simulator starts without a warning. */
    @Test
    void documentsAreReadWithoutWarnings() {
        Logger log = (Logger) LoggerFactory.getLogger("com.networknt");
        Level before = log.getLevel();
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.start();
        log.setLevel(Level.WARN);
        log.addAppender(seen);
        try {
            Api api = Api.of(Documents.load());
            api.http()
                    .all()
                    .forEach(http -> http.examples()
                            .forEach(data -> http.reply()
                                    .problems(JsonMapper.shared()
                                            .createObjectNode()
                                            .put("msg", "OK")
                                            .set("data", data))));
            api.stream()
                    .all()
                    .forEach(command ->
                            command.request().problems(JsonMapper.shared().createObjectNode()));
            assertThat(seen.list).isEmpty();
        } finally {
            log.detachAppender(seen);
            log.setLevel(before);
        }
    }
}
