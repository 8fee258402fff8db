/** Quotes of the QOS API by HTTP and by stream. */
@SuppressWarnings({"module", "requires-automatic", "requires-transitive-automatic"})
module hk.qos.client {
    requires transitive com.squareup.moshi;
    requires transitive hk.qos.stream;
    requires io.netty.buffer;
    requires static micrometer.core;
    requires transitive okhttp3;
    requires okio;
    requires static transitive org.jspecify;
    requires org.slf4j;
    requires transitive retrofit2;
    requires retrofit2.converter.moshi;

    exports hk.qos.client;
    exports hk.qos.client.api;
    exports hk.qos.client.model;
}
