package hk.qos.client;

import hk.qos.client.internal.stream.StreamOperations;
import java.net.URI;
import okhttp3.HttpUrl;

/**
 * Where a client goes, and through which proxies. One address that is set gives the other, so that the key of a test never
 * goes to the live service.
 */
record Endpoints(HttpUrl httpUrl, URI wsUrl, ChosenProxy httpProxy, ChosenProxy wsProxy) {
    private static final HttpUrl LIVE_HTTP = HttpUrl.get(Operations.SERVER + "/");
    private static final URI LIVE_WS = URI.create(StreamOperations.SERVER);
    private static final String STREAM = "ws";

    /** @throws IllegalArgumentException if one address is that of the live service and the other is not */
    static Endpoints of(QosClientBuilder set) {
        HttpUrl http = httpUrl(set);
        URI ws = wsUrl(set);
        boolean liveHttp = http.host().equals(LIVE_HTTP.host());
        boolean liveWs = ws.getHost().equalsIgnoreCase(LIVE_WS.getHost());
        if (liveHttp != liveWs) {
            throw new IllegalArgumentException((liveHttp ? "httpUrl" : "wsUrl") + " is at the live service and "
                    + (liveHttp ? "wsUrl" : "httpUrl") + " at " + (liveHttp ? ws.getHost() : http.host())
                    + ", and one key goes to both: set one of them, which gives the other, or both at one service");
        }
        return new Endpoints(
                http, ws, ChosenProxy.of(set, "httpUrl", http.uri()), ChosenProxy.of(set, "wsUrl", asHttp(ws)));
    }

    static HttpUrl httpUrl(QosClientBuilder set) {
        if (set.httpUrl != null) {
            return set.httpUrl;
        }
        return set.wsUrl == null ? LIVE_HTTP : beside(set.wsUrl);
    }

    static URI wsUrl(QosClientBuilder set) {
        if (set.wsUrl != null) {
            return set.wsUrl;
        }
        return set.httpUrl == null ? LIVE_WS : beside(set.httpUrl);
    }

    /** As the live service has it: the stream lies below the interfaces. */
    private static URI beside(HttpUrl http) {
        String below = http.newBuilder().addPathSegment(STREAM).build().toString();
        return URI.create("ws" + below.substring("http".length()));
    }

    private static HttpUrl beside(URI ws) {
        HttpUrl http = HttpUrl.get(asHttp(ws));
        if (http == null) {
            throw new IllegalArgumentException("wsUrl gives no address for HTTP: set httpUrl, too");
        }
        String path = http.encodedPath();
        boolean usual = path.equals("/" + STREAM) || path.endsWith("/" + STREAM);
        return http.newBuilder()
                .encodedPath(usual ? path.substring(0, path.length() - STREAM.length()) : "/")
                .build();
    }

    private static URI asHttp(URI ws) {
        return URI.create("http" + ws.toString().substring("ws".length()));
    }

    /** @throws IllegalArgumentException if a key must not go to one of the addresses unencrypted, or through its proxy */
    void refusePlaintext(QosClientBuilder set) {
        // The address that was set is the one to name.
        if (set.httpUrl == null) {
            refuseStream();
        }
        LoopbackRule.refuse("httpUrl", httpUrl.scheme(), httpUrl.host(), "https", httpProxy);
        refuseStream();
    }

    private void refuseStream() {
        LoopbackRule.refuse("wsUrl", wsUrl.getScheme(), wsUrl.getHost(), "wss", wsProxy);
    }
}
