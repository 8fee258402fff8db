/** The stream, neutral of any API, and the errors that it shares with HTTP. */
@SuppressWarnings({"module", "requires-automatic", "requires-transitive-automatic"})
module hk.qos.stream {
    requires io.netty.buffer;
    requires io.netty.codec;
    requires static io.netty.codec.compression; // with Netty 4.1 a part of io.netty.codec
    requires io.netty.codec.http;
    requires io.netty.common;
    requires io.netty.handler;
    requires io.netty.handler.proxy;
    requires io.netty.resolver;
    requires transitive io.netty.transport;
    requires jdk.jfr;
    requires static micrometer.core;
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports hk.qos.error;
    exports hk.qos.stream;
    exports hk.qos.stream.metrics;
    exports hk.qos.stream.internal.check to
            hk.qos.client;
    exports hk.qos.stream.internal.json to
            hk.qos.client;
    exports hk.qos.stream.spi to
            hk.qos.client;
}
