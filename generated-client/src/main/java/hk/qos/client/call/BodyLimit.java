package hk.qos.client.call;

import hk.qos.client.call.UnreadableBodyException.Fault;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** Stops reading an answer, counted as unpacked, that grows beyond what any answer needs. */
public final class BodyLimit implements Interceptor {
    private final long maxBytes;

    /** @param maxBytes of one answer, unpacked */
    public BodyLimit(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        return response.newBuilder()
                .body(new LimitedBody(response.body(), maxBytes))
                .build();
    }

    private static final class LimitedBody extends ResponseBody {
        private final ResponseBody body;
        private final BufferedSource source;

        LimitedBody(ResponseBody body, long maxBytes) {
            this.body = body;
            this.source = Okio.buffer(new LimitedSource(body.source(), maxBytes));
        }

        @Override
        public okhttp3.@Nullable MediaType contentType() {
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

    private static final class LimitedSource extends ForwardingSource {
        private final long maxBytes;
        private long seen;

        LimitedSource(Source source, long maxBytes) {
            super(source);
            this.maxBytes = maxBytes;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long read = super.read(sink, byteCount);
            if (read > 0) {
                seen += read;
            }
            if (seen > maxBytes) {
                throw new UnreadableBodyException(Fault.TOO_LARGE, "more than " + maxBytes + " bytes", null);
            }
            return read;
        }
    }
}
