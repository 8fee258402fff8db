package hk.qos.bench.client;

/** The clients that are compared. */
public enum Clients {
    SDK_DIRECT("this SDK, direct delivery", SdkClient::direct),
    SDK_DEFAULT("this SDK, default delivery", SdkClient::queued),
    JDK_FASTJSON2("java.net.http + fastjson2", JdkFastjson2::start),
    JAVA_WEBSOCKET_JACKSON("Java-WebSocket + Jackson", JavaWebSocketJackson::start),
    OKHTTP_MOSHI("OkHttp + Moshi", OkHttpMoshi::start),
    FRAME_COUNTER("Netty, frames counted only", FrameCounter::start);

    private final String title;
    final BenchClient client;

    Clients(String title, BenchClient client) {
        this.title = title;
        this.client = client;
    }

    /** What tables call it. */
    public String title() {
        return title;
    }

    /** Whether a user could pick it instead of the SDK. */
    public boolean isPeer() {
        return this == JDK_FASTJSON2 || this == JAVA_WEBSOCKET_JACKSON || this == OKHTTP_MOSHI;
    }

    /** Whether it decodes pushes. */
    public boolean decodes() {
        return this != FRAME_COUNTER;
    }
}
