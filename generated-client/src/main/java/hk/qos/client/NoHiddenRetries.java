package hk.qos.client;

import java.io.IOException;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * OkHttp silently repeats a request that is answered by 503 with {@code Retry-After: 0}. That would pass by the rate
 * limit and repeat what must not be; without the header, which asks for no wait anyway, it does not.
 */
final class NoHiddenRetries implements Interceptor {
    private static final String RETRY_AFTER = "Retry-After";
    private static final Pattern NO_WAIT = Pattern.compile("0+");

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        boolean repeats = response.code() == 503 && asksForNoWait(response);
        return repeats ? response.newBuilder().removeHeader(RETRY_AFTER).build() : response;
    }

    private static boolean asksForNoWait(Response response) {
        String seconds = response.header(RETRY_AFTER);
        return seconds != null && NO_WAIT.matcher(seconds).matches();
    }
}
