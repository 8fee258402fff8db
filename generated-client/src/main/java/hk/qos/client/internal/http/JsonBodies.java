package hk.qos.client.internal.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import hk.qos.client.internal.answer.AnswerRules;
import hk.qos.client.internal.answer.LeftOut;
import hk.qos.client.internal.http.UnreadableBodyException.Fault;
import hk.qos.client.internal.text.JsonMessages;
import hk.qos.client.internal.text.JsonText;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.function.ObjIntConsumer;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;
import retrofit2.http.POST;

/**
 * Converts bodies with Moshi. An answer is read completely before it is decoded, so that a broken connection and
 * malformed JSON are distinguished.
 */
public final class JsonBodies extends Converter.Factory {
    private static final int MAX_SCALAR_BYTES = 1_000;
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\\\x00-\\x1f]|\\\\.)*+\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d++(?:\\.\\d++)?+(?:[eE][+-]?\\d++)?+");

    private final Moshi moshi;
    private final AnswerRules rules;
    private final ObjIntConsumer<String> counter;
    private final MoshiConverterFactory requests;

    /**
     * @param moshi has the adapters of all bodies
     * @param rules handles elements that cannot be decoded
     * @param counter called with the path of a request and the number of such elements in its answer
     */
    public JsonBodies(Moshi moshi, AnswerRules rules, ObjIntConsumer<String> counter) {
        this.moshi = moshi;
        this.rules = rules;
        this.counter = counter;
        this.requests = MoshiConverterFactory.create(moshi);
    }

    @Override
    public @Nullable Converter<?, RequestBody> requestBodyConverter(
            Type type, Annotation[] parameterAnnotations, Annotation[] methodAnnotations, Retrofit retrofit) {
        return requests.requestBodyConverter(type, parameterAnnotations, methodAnnotations, retrofit);
    }

    @Override
    public Converter<ResponseBody, ?> responseBodyConverter(Type type, Annotation[] annotations, Retrofit retrofit) {
        JsonAdapter<Object> adapter = moshi.adapter(type);
        String path = path(annotations);
        String server = retrofit.baseUrl().redact();
        return body -> read(adapter, path, server, body);
    }

    private static String path(Annotation[] ofMethod) {
        for (Annotation annotation : ofMethod) {
            if (annotation instanceof POST post) {
                return "/" + post.value();
            }
        }
        return "a request";
    }

    private Object read(JsonAdapter<Object> adapter, String path, String server, ResponseBody body) throws IOException {
        Buffer whole = new Buffer();
        try (body) {
            body.source().readAll(whole);
        }
        JsonText.dropMark(whole);
        if (!startsLikeJson(whole)) {
            String scalar = scalar(whole);
            if (scalar != null) {
                throw new UnreadableBodyException(Fault.MALFORMED, scalar + " instead of an object", null);
            }
            String found = describe(body.contentType(), whole) + " from " + server;
            throw new UnreadableBodyException(Fault.NOT_JSON, found, null);
        }
        JsonReader reader = JsonText.reader(whole);
        LeftOut leftOut = rules.gather(reader);
        try {
            Object value = adapter.fromJson(reader);
            if (value == null || reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new UnreadableBodyException(Fault.MALFORMED, "more than one value", null);
            }
            if (rules.strict() && !leftOut.elements().isEmpty()) {
                throw new UnreadableBodyException(
                        Fault.MALFORMED, leftOut.elements().get(0).reason(), null);
            }
            if (!leftOut.elements().isEmpty()) {
                rules.tell(path, leftOut.elements());
                counter.accept(path, leftOut.elements().size());
            }
            return value;
        } catch (UnreadableBodyException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableBodyException(Fault.MALFORMED, withPath(JsonMessages.of(e), reader.getPath()), e);
        }
    }

    private static String withPath(String fault, String path) {
        return fault.contains("$") ? fault : fault + " at path " + path;
    }

    private static boolean startsLikeJson(Buffer body) {
        for (long i = 0; i < body.size(); i++) {
            byte b = body.getByte(i);
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return b == '{' || b == '[';
            }
        }
        return false;
    }

    /** The kind of a JSON value that is neither an object nor an array; null if the body is not one. */
    private static @Nullable String scalar(Buffer body) {
        String text =
                body.size() > MAX_SCALAR_BYTES ? "" : body.snapshot().utf8().strip();
        return switch (text) {
            case "" -> null;
            case "null", "true", "false" -> "the value " + text;
            default ->
                STRING.matcher(text).matches()
                        ? "a string"
                        : NUMBER.matcher(text).matches() ? "a number" : null;
        };
    }

    private static String describe(@Nullable MediaType type, Buffer body) {
        if (body.size() == 0) {
            return "an empty body";
        }
        return body.size() + " bytes of " + (type == null ? "no stated type" : type.type() + "/" + type.subtype());
    }
}
