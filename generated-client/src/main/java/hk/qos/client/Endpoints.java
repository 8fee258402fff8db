package hk.qos.client;

import hk.qos.client.internal.request.HttpOperations;
import hk.qos.client.internal.stream.StreamOperations;
import java.net.URI;
import okhttp3.HttpUrl;

/**
 * The addresses of a client and the proxies on the way. If only one address is set, the other is derived from it, so
 * that the API key of a test is never sent to the live service.
 */
record Endpoints(HttpUrl httpUrl, URI wsUrl, ChosenProxy httpProxy, ChosenProxy wsProxy) {
    private static final HttpUrl LIVE_HTTP = HttpUrl.get(HttpOperations.SERVER + "/");
    private static final URI LIVE_WS = URI.create(StreamOperations.SERVER);
    private static final String STREAM = "ws";

    /** @throws IllegalArgumentException if only one of the addresses is the live service */
    static Endpoints of(QosClientBuilder set) {
        HttpUrl http = httpUrl(set);
        URI ws = wsUrl(set);
        boolean liveHttp = http.host().equals(LIVE_HTTP.host());
        boolean liveWs = ws.getHost().equalsIgnoreCase(LIVE_WS.getHost());
        if (liveHttp != liveWs) {
            throw new IllegalArgumentException((liveHttp ? "httpUrl" : "wsUrl") + " is at the live service and "
                    + (liveHttp ? "wsUrl" : "httpUrl") + " at " + (liveHttp ? ws.getHost() : http.host())
                    + ", and one API key goes to both: set one of them, which gives the other, or both at one service");
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

    /** Derives the path as the live service has it: the stream is below the base URL. */
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

    /** @throws IllegalArgumentException if the API key would travel unencrypted to an address or through its proxy */
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
