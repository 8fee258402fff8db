package hk.qos.client.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Keeps {@code Retry-After} from OkHttp, which silently repeats a request that is answered by 503 with a zero there,
 * past the rate limit, and fails by a {@link NumberFormatException} where the number is large. Callers see the header.
 */
final class RetryAfterShield implements Interceptor {
    private static final String HEADER = "Retry-After";
    private static final String ELSEWHERE = "Retry-After-For-Callers";

    /** Hides it next to the network, and puts it back before all interceptors that there are. */
    static void addTo(OkHttpClient.Builder http) {
        RetryAfterShield hidden = new RetryAfterShield();
        http.interceptors().add(0, hidden);
        http.networkInterceptors().add(0, hidden);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        return chain.connection() == null ? move(response, ELSEWHERE, HEADER) : move(response, HEADER, ELSEWHERE);
    }

    private static Response move(Response response, String from, String to) {
        String value = response.header(from);
        return value == null
                ? response
                : response.newBuilder().removeHeader(from).header(to, value).build();
    }
}
