package hk.qos.client;

import hk.qos.client.internal.http.ApiKey;
import java.io.IOException;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Adds the API key to a request immediately before it is written, and removes it from the response's copy of the
 * request and from exceptions. Interceptors of the caller and printed requests or responses never contain the key, and
 * only the origin of the API receives it.
 */
final class KeyHeader implements Interceptor {
    private final String header;
    private final String key;
    private final ApiKey hidden;
    private final HttpUrl base;
    private final Set<String> keyless;

    /**
     * @param hidden removes the API key from exceptions
     * @param keyless absolute paths of operations without API key
     */
    KeyHeader(String header, String key, ApiKey hidden, HttpUrl base, Set<String> keyless) {
        this.header = header;
        this.key = key;
        this.hidden = hidden;
        this.base = base;
        this.keyless = keyless;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request plain = chain.request();
        if (!isForApi(plain.url())) {
            return chain.proceed(plain);
        }
        Request withKey = plain.newBuilder().header(header, key).build();
        Response answer;
        try {
            answer = chain.proceed(withKey);
        } catch (IOException e) {
            throw hidden.redact(e);
        }
        return answer.newBuilder()
                .request(plain)
                .body(new KeyFreeBody(answer.body(), hidden))
                .build();
    }

    private boolean isForApi(HttpUrl url) {
        return url.scheme().equals(base.scheme())
                && url.host().equals(base.host())
                && url.port() == base.port()
                && url.encodedPath().startsWith(base.encodedPath())
                && !keyless.contains(url.encodedPath());
    }
}
