package hk.qos.stream.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class NettyLibraryTest {
    @Test
    void nettyOfTheTestsIsAccepted() {
        NettyLibrary.require();
    }

    @Test
    void bothReleaseLinesAreAccepted() {
        assertThat(NettyLibrary.fault(Map.of("netty-common", "4.1.122.Final", "netty-codec", "4.1.122.Final")))
                .isNull();
        assertThat(NettyLibrary.fault(Map.of("netty-common", "4.2.2.Final", "netty-codec-base", "4.2.2.Final")))
                .isNull();
        assertThat(NettyLibrary.fault(Map.of("netty-common", "5.0.1.Final"))).isNull();
    }

    @Test
    void oldNettyIsNamedWithTheFix() {
        assertThat(NettyLibrary.fault(Map.of("netty-transport", "4.1.101.Final")))
                .startsWith("netty-transport 4.1.101.Final on the class path is too old for a stream; ")
                .contains("4.1.122 or newer", "io.netty:netty-bom", "netty.version");
        assertThat(NettyLibrary.fault(Map.of("netty-common", "4.0.56.Final"))).contains("4.0.56.Final");
    }

    @Test
    void mixedVersionsAreNamedWithTheirModules() {
        assertThat(NettyLibrary.fault(Map.of("netty-common", "4.1.135.Final", "netty-codec-base", "4.2.20.Final")))
                .contains("mixes Netty 4.2 and 4.1", "netty-common=4.1.135.Final", "netty-codec-base=4.2.20.Final");
    }

    @Test
    void unusedAndUnversionedModulesAreIgnored() {
        assertThat(NettyLibrary.fault(Map.of("netty-common", "4.2.20.Final", "netty-codec-redis", "4.1.5.Final")))
                .isNull();
        assertThat(NettyLibrary.fault(Map.of("netty-common", "a fork of ours"))).isNull();
    }

    @Test
    void missingMemberIsNamedWithTheFix() {
        assertThat(NettyLibrary.unfit(new NoSuchMethodError("io.netty.Some.thing()")))
                .contains("io.netty.Some.thing()", "io.netty:netty-bom");
    }
}
