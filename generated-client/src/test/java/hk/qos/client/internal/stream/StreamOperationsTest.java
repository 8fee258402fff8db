package hk.qos.client.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.client.QosStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StreamOperationsTest {

    @Test
    void firstOperationsAreTheElevenDocumentedCommands() {
        List<StreamOperation> all = StreamOperations.all();
        assertThat(all)
                .extracting(StreamOperation::section)
                .startsWith("5.1", "5.2", "5.3", "5.4", "5.5", "5.6", "5.7", "5.8", "5.9", "5.10", "5.11");
        assertThat(all.stream().flatMap(operation -> operation.frames().stream()))
                .startsWith("H", "S", "SC", "T", "TC", "D", "DC", "K", "KC", "RS", "RT", "RD", "RK", "RH", "RI");
    }

    @Test
    void streamHasAMethodForEachOperation() {
        Set<String> methods =
                Arrays.stream(QosStream.class.getMethods()).map(Method::getName).collect(Collectors.toSet());
        assertThat(StreamOperations.all()).isNotEmpty();
        for (StreamOperation operation : StreamOperations.all()) {
            assertThat(methods).contains(operation.name());
            if (operation.frames().size() > 1) {
                assertThat(methods).contains("un" + operation.name());
            }
        }
    }

    @Test
    void serverAddressAndKeyHeaderAreDocumented() {
        assertThat(StreamOperations.SERVER).isEqualTo("wss://api.qos.hk/ws");
        assertThat(StreamOperations.KEY_HEADER).isEqualTo("key");
    }
}
