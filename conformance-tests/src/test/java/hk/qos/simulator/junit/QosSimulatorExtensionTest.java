package hk.qos.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.QosClient;
import hk.qos.client.QosStream;
import hk.qos.error.AuthenticationException;
import hk.qos.simulator.QosSimulator;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator that a test gets, for each way to request one. */
class QosSimulatorExtensionTest {
    private static void isClosed(int port) {
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
    }

    @Nested
    @ExtendWith(QosSimulatorExtension.class)
    @Execution(ExecutionMode.CONCURRENT)
    class PerTest {
        private static final Map<Integer, String> PORTS = new ConcurrentHashMap<>();
        private int port;

        @BeforeEach
        void remember(QosSimulator simulator) {
            port = simulator.port();
        }

        @ParameterizedTest
        @ValueSource(strings = {"first", "second", "third"})
        void testHasItsOwnSimulatorSharedWithBeforeEach(
                String name, QosSimulator simulator, QosClient qos, QosStream stream) {
            assertThat(simulator.port()).isEqualTo(port);
            assertThat(qos.stream()).isSameAs(stream);
            assertThat(qos.toString()).contains(simulator.httpUri().toString());
            simulator.script("US:AAPL").price("1");
            assertThat(stream.requestSnapshots("US:AAPL").join()).hasSize(1);
            assertThat(PORTS).doesNotContainKey(port);
            PORTS.put(port, name);
            assertThat(simulator.observations().openConnections()).hasSize(1);
        }

        @AfterAll
        static void allAreClosed() {
            assertThat(PORTS).hasSize(3);
            PORTS.keySet().forEach(QosSimulatorExtensionTest::isClosed);
        }
    }

    @Nested
    @ExtendWith(QosSimulatorExtension.class)
    class OfTheClass {
        private static int port;

        @BeforeAll
        static void start(QosSimulator simulator, QosClient qos) {
            port = simulator.port();
            assertThat(qos.http().snapshots("HK:700")).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void simulatorIsSharedByAllTestsOfTheClass(int turn, QosSimulator simulator, QosClient qos) {
            assertThat(simulator.port()).isEqualTo(port);
            assertThat(qos.toString()).contains(":" + port + "/");
        }

        @Nested
        class AndNestedOnes {
            @Test
            void nestedTestSharesSimulator(QosSimulator simulator) {
                assertThat(simulator.port()).isEqualTo(port);
            }

            @Test
            @QosSimulation(seed = 2)
            void nestedTestWithSettingsHasItsOwnSimulator(QosSimulator simulator) {
                assertThat(simulator.port()).isNotEqualTo(port);
            }
        }
    }

    @Nested
    @ExtendWith(QosSimulatorExtension.class)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class ByConstructor {
        private final QosSimulator mine;

        ByConstructor(QosSimulator simulator) {
            this.mine = simulator;
        }

        @Test
        void fieldIsTheSimulatorOfTheTest(QosSimulator simulator) {
            assertThat(simulator).isSameAs(mine);
        }
    }

    @Nested
    @QosSimulation(key = "0123456789abcdef0123456789abcdef", unlimited = false, tls = true, strict = true)
    class WithSettings {
        @Test
        void settingsReachSimulatorAndClient(QosSimulator simulator, QosClient qos) {
            assertThat(simulator.wsUri().getScheme()).isEqualTo("wss");
            assertThat(simulator.plan().instruments()).isEqualTo(10);
            assertThat(qos.http().snapshots("US:AAPL")).hasSize(1);
            try (QosClient stranger = QosClient.builder()
                    .apiKey("another-key-than-the-simulator-knows")
                    .httpUrl(simulator.httpUri().toString())
                    .wsUrl(simulator.wsUri().toString())
                    .trustedCertificates(java.util.List.of(java.util.Objects.requireNonNull(simulator.authority())))
                    .build()) {
                assertThatThrownBy(() -> stranger.http().snapshots("US:AAPL"))
                        .isInstanceOf(AuthenticationException.class);
            }
        }
    }

    @Nested
    class Registered {
        @RegisterExtension
        static final QosSimulatorExtension SIMULATION =
                QosSimulatorExtension.with(settings -> settings.hongKongLeadingZeros(true));

        @Test
        void annotationHasEverySettingOfTheBuilder(QosClient qos, QosSimulator simulator) throws Exception {
            assertThat(qos.http().snapshots("HK:700").get(0).code()).isEqualTo("HK:700");
            assertThat(simulator.observations().requests("/snapshot")).hasSize(1);
        }
    }
}
