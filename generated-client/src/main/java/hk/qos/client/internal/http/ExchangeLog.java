package hk.qos.client.internal.http;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs each HTTP exchange at DEBUG after its answer was read: method, path, status, milliseconds, and bytes of the
 * decompressed body. Headers, queries and bodies are omitted, since they can hold secrets.
 */
public final class ExchangeLog implements Interceptor {
    private static final Logger LOG = LoggerFactory.getLogger("hk.qos.client.http");

    private final ApiKey key;

    /** @param key removed from each line */
    public ExchangeLog(ApiKey key) {
        this.key = key;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        if (!LOG.isDebugEnabled()) {
            return chain.proceed(chain.request());
        }
        Request request = chain.request();
        String what = key.redact(request.method() + " " + request.url().encodedPath());
        long start = System.nanoTime();
        Response response;
        try {
            response = chain.proceed(request);
        } catch (IOException e) {
            String why = key.redact(String.valueOf(e.getMessage())).replaceAll("\\p{Cntrl}+", " ");
            LOG.debug(
                    "{} failed after {} ms: {}: {}",
                    what,
                    since(start),
                    e.getClass().getSimpleName(),
                    why);
            throw e;
        }
        return response.newBuilder()
                .body(new LoggedBody(response.body(), what + " " + response.code(), start))
                .build();
    }

    private static long since(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private static final class LoggedBody extends ResponseBody {
        private final ResponseBody body;
        private final BufferedSource source;

        LoggedBody(ResponseBody body, String what, long start) {
            this.body = body;
            this.source = Okio.buffer(new LoggedSource(body.source(), what, start));
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() {
            return body.contentLength();
        }

        @Override
        public BufferedSource source() {
            return source;
        }
    }

    private static final class LoggedSource extends ForwardingSource {
        private final String what;
        private final long start;
        private long bytes;
        private boolean closed;

        LoggedSource(Source source, String what, long start) {
            super(source);
            this.what = what;
            this.start = start;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long read = super.read(sink, byteCount);
            bytes += Math.max(0, read);
            return read;
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                LOG.debug("{} in {} ms, {} bytes", what, since(start), bytes);
            }
            super.close();
        }
    }
}
