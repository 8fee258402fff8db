package hk.qos.client;

import hk.qos.client.internal.http.ApiKey;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * Removes the API key from exceptions of a body, since a reader can quote what it cannot read, such as a chunk size.
 */
final class KeyFreeBody extends ResponseBody {
    private final ResponseBody body;
    private final BufferedSource source;

    KeyFreeBody(ResponseBody body, ApiKey key) {
        this.body = body;
        this.source = Okio.buffer(new KeyFreeSource(body.source(), key));
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

    private static final class KeyFreeSource extends ForwardingSource {
        private final ApiKey key;

        KeyFreeSource(Source source, ApiKey key) {
            super(source);
            this.key = key;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            try {
                return super.read(sink, byteCount);
            } catch (IOException e) {
                throw key.redact(e);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } catch (IOException e) {
                throw key.redact(e);
            }
        }
    }
}
