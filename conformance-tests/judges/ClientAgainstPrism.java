import com.squareup.moshi.JsonReader;
import hk.qos.client.Operation;
import hk.qos.client.PlanLimits;
import hk.qos.client.QosClient;
import hk.qos.client.RetryPolicy;
import hk.qos.client.api.Envelope;
import hk.qos.client.api.QosApi;
import hk.qos.client.internal.request.HttpOperations;
import hk.qos.error.AuthenticationException;
import hk.qos.error.RefusedException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okio.Buffer;

/**
 * {@code java -cp qos-simulator.jar ClientAgainstPrism.java <address> <examples>}: sends Prism every request of the
 * examples through the generated client. Prism validates the request and returns the example's answer, which the client
 * must decode to the values of the example.
 */
final class ClientAgainstPrism {
    private static final String KEY = "a-key-for-prism";

    private final URI prism;
    private final Path examples;
    private final List<String> problems = new ArrayList<>();
    private String example = "";
    private int asked;

    private ClientAgainstPrism(URI prism, Path examples) {
        this.prism = prism;
        this.examples = examples;
    }

    public static void main(String[] arguments) throws Exception {
        ClientAgainstPrism judged = new ClientAgainstPrism(URI.create(arguments[0]), Path.of(arguments[1]));
        judged.askAll();
        judged.violate("a count beyond the maximum", 422, "/trade", "{\"codes\":[\"HK:700\"],\"count\":51}", KEY);
        judged.violate("a market in lower case", 422, "/depth", "{\"codes\":[\"hk:700\"]}", KEY);
        judged.violate("no key", 401, "/depth", "{\"codes\":[\"HK:700\"]}", null);
        judged.problems.forEach(System.err::println);
        System.out.println("prism: " + judged.asked + " requests to "
                + Operation.values().length + " interfaces by the generated client, 3 violations by hand, "
                + judged.problems.size() + " findings");
        System.exit(judged.problems.isEmpty() ? 0 : 1);
    }

    private void askAll() throws Exception {
        OkHttpClient preferring = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header("Prefer", "code=200, example=" + example)
                        .build()))
                .build();
        PlanLimits limits = PlanLimits.defaults().withInstruments(1000).withRequestsPerMinute(1000);
        for (Operation operation : Operation.values()) {
            limits = limits.withRequestsPerMinute(operation, 1000);
        }
        try (QosClient qos = QosClient.builder()
                .apiKey(KEY)
                .httpUrl(prism.toString())
                .okHttpClient(preferring)
                .retryPolicy(RetryPolicy.none())
                .planLimits(limits)
                .build()) {
            for (Operation operation : Operation.values()) {
                List<String> cases = cases(operation.methodName());
                if (cases.isEmpty()) {
                    problems.add(operation + ": the documents have no example of it");
                }
                for (String name : cases) {
                    example = name;
                    ask(qos, operation.methodName());
                }
            }
        }
        preferring.dispatcher().executorService().shutdown();
        preferring.connectionPool().evictAll();
    }

    private List<String> cases(String operation) throws Exception {
        try (Stream<Path> files = Files.list(examples)) {
            return files.map(file -> file.getFileName().toString().split("\\.", -1))
                    .filter(parts -> parts[0].equals(operation) && parts[2].equals("request"))
                    .map(parts -> parts[1])
                    .sorted()
                    .toList();
        }
    }

    private void ask(QosClient qos, String operation) throws Exception {
        Method raw = method(QosApi.class, operation, 1);
        Object body = value(qos, raw.getParameterTypes()[0], operation + "." + example + ".request.json");
        Object reply = value(
                qos,
                ((ParameterizedType) raw.getGenericReturnType()).getActualTypeArguments()[0],
                operation + "." + example + ".response.json");
        Envelope<?> expected = (Envelope<?>) reply;
        asked++;
        Object got;
        try {
            got = call(qos.http(), operation, body);
        } catch (RefusedException | AuthenticationException refused) {
            got = refused.getMessage();
            if (!expected.message().equals(HttpOperations.SUCCESS)
                    && refused.getMessage().contains(expected.message())) {
                return;
            }
        } catch (RuntimeException e) {
            got = e;
        }
        if (!expected.message().equals(HttpOperations.SUCCESS) || !isSame(got, expected.data())) {
            problems.add(operation + " " + example + ": expected " + reply + ", got " + got);
        }
    }

    /** Answers come in the order of the request, examples in the order of the server. */
    private static boolean isSame(Object got, Object expected) {
        return got instanceof List<?> some && expected instanceof List<?> others
                ? counted(some).equals(counted(others))
                : got.equals(expected);
    }

    private static Map<Object, Long> counted(List<?> elements) {
        return elements.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private Object value(QosClient qos, java.lang.reflect.Type type, String file) throws Exception {
        JsonReader reader = JsonReader.of(new Buffer().writeUtf8(Files.readString(examples.resolve(file))));
        reader.beginObject();
        while (!reader.nextName().equals("value")) {
            reader.skipValue();
        }
        return qos.moshi().adapter(type).nonNull().fromJson(reader);
    }

    /** Calls the method whose parameters are the body's components, by their names. */
    private static Object call(Object face, String operation, Object body) throws Exception {
        int components = body.getClass().getRecordComponents().length;
        Method method = Arrays.stream(face.getClass().getMethods())
                .filter(candidate -> candidate.getName().equals(operation) && !candidate.isVarArgs())
                .filter(candidate -> candidate.getParameterCount() == components)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no method " + operation + " for " + body));
        Object[] values = new Object[components];
        for (int i = 0; i < components; i++) {
            Parameter parameter = method.getParameters()[i];
            values[i] = parameter.getType().isInstance(body)
                    ? body
                    : body.getClass().getMethod(parameter.getName()).invoke(body);
        }
        try {
            return method.invoke(face, values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static Method method(Class<?> type, String name, int parameters) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type + " has no method " + name));
    }

    /** Sends an invalid request, which Prism must refuse. */
    private void violate(String what, int status, String path, String body, String key) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(prism.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("key", key);
        }
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != status) {
            problems.add(what + ": Prism says " + answer.statusCode() + ", not " + status);
        }
    }
}
