package hk.qos.client.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Hides {@code Retry-After} from OkHttp, which otherwise retries a 503 with the value 0 without regard to the rate
 * limit and throws {@link NumberFormatException} for a large number. Callers see the header.
 */
final class RetryAfterShield implements Interceptor {
    private static final String HEADER = "Retry-After";
    private static final String ELSEWHERE = "Retry-After-For-Callers";

    /** Removes the header next to the network and restores it before all other interceptors. */
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
