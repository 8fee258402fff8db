package hk.qos.client;

import hk.qos.client.internal.http.ApiKey;
import java.io.IOException;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Puts the key on a request at the last moment before it is written, and takes it off the answer's copy, and out of what is
 * thrown. So neither the caller's interceptors nor a printed request, response or stack trace ever shows it, and it goes to
 * the API's own origin only.
 */
final class KeyHeader implements Interceptor {
    private final String header;
    private final String key;
    private final ApiKey hidden;
    private final HttpUrl base;
    private final Set<String> keyless;

    /**
     * @param hidden the same key, as it takes itself out of what is thrown
     * @param keyless paths, from the root, of what is asked without a key
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
            throw hidden.hideIn(e);
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
