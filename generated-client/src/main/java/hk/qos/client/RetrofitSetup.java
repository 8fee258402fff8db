package hk.qos.client;

import com.squareup.moshi.Moshi;
import hk.qos.client.api.QosApi;
import hk.qos.client.api.Refusal;
import hk.qos.client.internal.answer.AnswerRules;
import hk.qos.client.internal.http.EnvelopeRules;
import hk.qos.client.internal.http.GuardedHttpMetrics;
import hk.qos.client.internal.http.JsonBodies;
import hk.qos.client.internal.json.QosJsonAdapterFactory;
import hk.qos.client.internal.text.JsonText;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okio.Buffer;
import retrofit2.Retrofit;

/**
 * Moshi and Retrofit, set up for the documents. A class of its own: {@link QosClient} must load where one of them, or
 * Okio, is missing, to say so.
 */
final class RetrofitSetup {
    private RetrofitSetup() {}

    static Moshi moshi() {
        return new Moshi.Builder().add(new QosJsonAdapterFactory()).build();
    }

    static QosApi api(HttpUrl base, OkHttpClient client, Moshi moshi, AnswerRules answers, HttpMetrics metrics) {
        HttpMetrics guarded = new GuardedHttpMetrics(metrics);
        return new Retrofit.Builder()
                .baseUrl(base)
                .client(client)
                .addConverterFactory(
                        new JsonBodies(moshi, answers, (path, elements) -> guarded.leftOut(operation(path), elements)))
                .build()
                .create(QosApi.class);
    }

    /** The name of the client's method that sends to {@code path}. */
    private static String operation(String path) {
        return Operations.all().stream()
                .filter(each -> each.path().equals(path))
                .map(Operation::name)
                .findFirst()
                .orElse(path);
    }

    /** What an answer says of itself, before its data is read. */
    static EnvelopeRules envelope(Moshi moshi) {
        Pattern refusedKey = Pattern.compile(Operations.REFUSED_KEY, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        return new EnvelopeRules(Operations.SUCCESS, refusedKey, body -> {
            Buffer whole = new Buffer();
            body.readAll(whole);
            Refusal refusal = moshi.adapter(Refusal.class).nonNull().fromJson(JsonText.reader(whole));
            return refusal.message();
        });
    }
}
