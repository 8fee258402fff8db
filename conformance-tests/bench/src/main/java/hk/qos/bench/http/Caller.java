package hk.qos.bench.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import hk.qos.client.PlanLimits;
import hk.qos.client.QosClient;
import hk.qos.client.api.CodesRequest;
import hk.qos.client.api.HistoryKLinesReply;
import hk.qos.client.api.HistoryKLinesRequest;
import hk.qos.client.api.SnapshotsReply;
import hk.qos.client.model.HistoryKLineQuery;
import hk.qos.client.model.KLineType;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;

/**
 * Sends the same request again and again, through the SDK or through OkHttp with the SDK's Moshi adapters by hand, in a
 * process of its own. Prints {@code RESULT <CPU ns> <bytes>} for the measured calls.
 *
 * <p>Arguments: port, {@code snapshots} or {@code history}, whether by the SDK, warm-up calls, measured calls.
 */
public final class Caller {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final List<String> CODES =
            Stream.of("ABCDEFGHIJ".split("")).map(letter -> "US:" + letter).toList();
    private static final HistoryKLineQuery BARS = HistoryKLineQuery.of(KLineType.DAY, 1_000, "US:A");

    private final String url;
    private final QosClient sdk;
    private final OkHttpClient http = new OkHttpClient();

    private Caller(String port) {
        url = "http://127.0.0.1:" + port;
        sdk = QosClient.builder()
                .apiKey("the-key-of-the-benchmark")
                .httpUrl(url)
                .planLimits(PlanLimits.defaults().withInstruments(1_000).withRequestsPerMinute(1_000_000))
                .build();
    }

    public static void main(String[] arguments) throws Exception {
        Caller caller = new Caller(arguments[0]);
        Callable<?> call = caller.call(arguments[1], Boolean.parseBoolean(arguments[2]));
        int warmUp = Integer.parseInt(arguments[3]);
        int calls = Integer.parseInt(arguments[4]);
        for (int i = 0; i < warmUp; i++) {
            call.call();
        }
        long cpu = cpu();
        long allocated = allocated();
        for (int i = 0; i < calls; i++) {
            call.call();
        }
        System.out.println("RESULT " + (cpu() - cpu) + " " + (allocated() - allocated));
        System.exit(0); // Does not wait for the threads of OkHttp.
    }

    private Callable<?> call(String operation, boolean bySdk) {
        if (operation.equals("snapshots")) {
            return bySdk ? () -> sdk.http().snapshots(CODES) : this::snapshotsByHand;
        }
        return bySdk ? () -> sdk.http().historyKLines(BARS) : this::historyByHand;
    }

    private Object snapshotsByHand() throws IOException {
        return byHand(
                "/snapshot",
                CodesRequest.class,
                CodesRequest.builder().codes(CODES).build(),
                SnapshotsReply.class);
    }

    private Object historyByHand() throws IOException {
        return byHand(
                "/history",
                HistoryKLinesRequest.class,
                HistoryKLinesRequest.builder().queries(BARS).build(),
                HistoryKLinesReply.class);
    }

    private <A, B> B byHand(String path, Class<A> asked, A question, Class<B> told) throws IOException {
        Moshi moshi = sdk.moshi();
        JsonAdapter<A> writer = moshi.adapter(asked);
        JsonAdapter<B> reader = moshi.adapter(told);
        Buffer body = new Buffer();
        writer.toJson(body, question);
        Request request = new Request.Builder()
                .url(url + path)
                .header("key", "the-key-of-the-benchmark")
                .post(RequestBody.create(body.readByteString(), JSON))
                .build();
        try (Response response = http.newCall(request).execute()) {
            return reader.fromJson(response.body().source());
        }
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }
}
