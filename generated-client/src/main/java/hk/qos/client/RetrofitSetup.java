package hk.qos.client;

import com.squareup.moshi.Moshi;
import hk.qos.client.api.QosApi;
import hk.qos.client.api.Refusal;
import hk.qos.client.internal.answer.AnswerRules;
import hk.qos.client.internal.http.EnvelopeRules;
import hk.qos.client.internal.http.GuardedHttpMetrics;
import hk.qos.client.internal.http.JsonBodies;
import hk.qos.client.internal.json.QosJsonAdapterFactory;
import hk.qos.client.internal.request.HttpOperations;
import hk.qos.client.internal.text.JsonText;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okio.Buffer;
import retrofit2.Retrofit;

/**
 * Configures Moshi and Retrofit. A separate class, so that {@link QosClient} loads and can report if one of them or
 * Okio is missing.
 */
final class RetrofitSetup {
    private RetrofitSetup() {}

    static Moshi moshi() {
        return new Moshi.Builder().add(new QosJsonAdapterFactory()).build();
    }

    static QosApi api(HttpUrl base, OkHttpClient client, Moshi moshi, AnswerRules answers, GuardedHttpMetrics guarded) {
        return new Retrofit.Builder()
                .baseUrl(base)
                .client(client)
                .addConverterFactory(new JsonBodies(
                        moshi,
                        answers,
                        (path, elements) ->
                                operation(path).ifPresent(operation -> guarded.undecodable(operation, elements))))
                .build()
                .create(QosApi.class);
    }

    private static Optional<Operation> operation(String path) {
        return Arrays.stream(Operation.values())
                .filter(each -> each.path().equals(path))
                .findFirst();
    }

    /** The rules for the fields of an answer besides its data. */
    static EnvelopeRules envelope(Moshi moshi) {
        Pattern refusedKey = Pattern.compile(HttpOperations.REFUSED_KEY, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        return new EnvelopeRules(HttpOperations.SUCCESS, refusedKey, body -> {
            Buffer whole = new Buffer();
            body.readAll(whole);
            Refusal refusal = moshi.adapter(Refusal.class).nonNull().fromJson(JsonText.reader(whole));
            return refusal.message();
        });
    }
}
