package hk.qos.codegen;

import java.util.List;

/** The classes beside the generated ones that templates may name; what a source names is imported into it. */
final class KnownClasses {
    static final List<String> NAMES = List.of(
            "com.squareup.moshi.JsonAdapter",
            "com.squareup.moshi.JsonReader",
            "com.squareup.moshi.JsonWriter",
            "com.squareup.moshi.Moshi",
            "com.squareup.moshi.Types",
            "hk.qos.client.Results",
            "hk.qos.client.answer.Missing",
            "hk.qos.client.api.Operations",
            "hk.qos.client.api.QosApi",
            "hk.qos.client.api.QosHttp",
            "hk.qos.client.api.QosHttpAsync",
            "hk.qos.client.call.Envelope",
            "hk.qos.client.call.HttpCalls",
            "hk.qos.client.call.InputRules",
            "hk.qos.client.call.Operation",
            "hk.qos.client.check.Checks",
            "hk.qos.client.format.AnswerFormats",
            "hk.qos.client.format.JsonFormats",
            "hk.qos.client.format.TextFormats",
            "hk.qos.client.model.InstrumentCodes",
            "hk.qos.ws.error.ClientException",
            "hk.qos.ws.error.LimitException",
            "java.io.IOException",
            "java.lang.annotation.Annotation",
            "java.lang.reflect.ParameterizedType",
            "java.lang.reflect.Type",
            "java.math.BigDecimal",
            "java.time.Instant",
            "java.time.LocalDate",
            "java.util.ArrayList",
            "java.util.Arrays",
            "java.util.Collection",
            "java.util.Collections",
            "java.util.LinkedHashMap",
            "java.util.LinkedHashSet",
            "java.util.List",
            "java.util.Map",
            "java.util.Objects",
            "java.util.Set",
            "java.util.concurrent.CompletableFuture",
            "java.util.function.Supplier",
            "java.util.function.UnaryOperator",
            "java.util.regex.Pattern",
            "java.util.stream.Collectors",
            "org.jspecify.annotations.NullMarked",
            "org.jspecify.annotations.Nullable",
            "retrofit2.Call",
            "retrofit2.http.Body",
            "retrofit2.http.POST");

    private KnownClasses() {}
}
