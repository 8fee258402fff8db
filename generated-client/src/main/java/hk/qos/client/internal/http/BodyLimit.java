package hk.qos.client.internal.http;

import hk.qos.client.internal.http.UnreadableBodyException.Fault;
import java.io.EOFException;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * Fails an answer that exceeds a size limit after decompression, and distinguishes a body that cannot be decompressed
 * from a broken connection. If the status reports a failure, only the beginning of the body is read, and an error in it
 * does not replace the status.
 */
final class BodyLimit implements Interceptor {
    /** Enough for an error message. */
    private static final long EXCERPT_BYTES = 64 << 10;

    private final long maxBytes;

    private BodyLimit(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** @param maxBytes the limit of one answer, after decompression */
    static void addTo(OkHttpClient.Builder http, long maxBytes) {
        BodyLimit limit = new BodyLimit(maxBytes);
        http.addInterceptor(limit);
        http.networkInterceptors().add(0, limit);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        ResponseBody body = response.body();
        Source source;
        if (chain.connection() != null) {
            source = new TransferSource(body.source());
        } else if (response.isSuccessful()) {
            source = new AnswerSource(body.source(), maxBytes, isEndedByClose(response));
        } else {
            source = new ExcerptSource(body.source());
        }
        return response.newBuilder()
                .body(new SourceBody(body, Okio.buffer(source)))
                .build();
    }

    /** Whether the body ends with the connection, so that a truncated body looks complete. */
    private static boolean isEndedByClose(Response response) {
        Response sent = response.networkResponse();
        return sent != null
                && sent.protocol() != Protocol.HTTP_2
                && sent.header("Content-Length") == null
                && sent.header("Transfer-Encoding") == null;
    }

    private static final class SourceBody extends ResponseBody {
        private final ResponseBody body;
        private final BufferedSource source;

        SourceBody(ResponseBody body, BufferedSource source) {
            this.body = body;
            this.source = source;
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

    /** The network interceptor. */
    private static final class TransferSource extends ForwardingSource {
        TransferSource(Source source) {
            super(source);
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            try {
                return super.read(sink, byteCount);
            } catch (IOException e) {
                throw new BrokenTransferException(e);
            }
        }
    }

    private static final class AnswerSource extends ForwardingSource {
        private final long maxBytes;
        private final boolean endedByClose;
        private long seen;

        AnswerSource(Source source, long maxBytes, boolean endedByClose) {
            super(source);
            this.maxBytes = maxBytes;
            this.endedByClose = endedByClose;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long read = readUnpacked(sink, byteCount);
            if (read > 0) {
                seen += read;
            }
            if (seen > maxBytes) {
                throw new UnreadableBodyException(Fault.TOO_LARGE, "more than " + maxBytes + " bytes", null);
            }
            return read;
        }

        private long readUnpacked(Buffer sink, long byteCount) throws IOException {
            try {
                return super.read(sink, byteCount);
            } catch (BrokenTransferException e) {
                throw e.failure();
            } catch (EOFException e) {
                throw endedByClose ? e : new UnreadableBodyException(Fault.PACKED, message(e), e);
            } catch (IOException e) {
                throw new UnreadableBodyException(Fault.PACKED, message(e), e);
            }
        }

        private static String message(IOException e) {
            return e.getMessage() == null ? "it ends too early" : e.getMessage();
        }
    }

    private static final class ExcerptSource extends ForwardingSource {
        private long left = EXCERPT_BYTES;

        ExcerptSource(Source source) {
            super(source);
        }

        @Override
        public long read(Buffer sink, long byteCount) {
            if (left == 0 && byteCount > 0) {
                return -1;
            }
            try {
                long read = super.read(sink, Math.min(byteCount, left));
                left -= Math.max(0, read);
                return read;
            } catch (IOException e) {
                left = 0;
                return -1;
            }
        }
    }
}
