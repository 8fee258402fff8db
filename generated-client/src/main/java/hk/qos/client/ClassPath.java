package hk.qos.client;

import java.net.URL;
import java.security.CodeSource;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks the libraries on the class path. A dependency management of the application can replace the versions that the
 * client was published with; the messages name what was found and how to fix it.
 */
final class ClassPath {
    private static final String KOTLIN_HELP =
            "set kotlin-stdlib to 1.8.22 or newer (with Spring Boot: the property kotlin.version)";
    private static final String OKHTTP_HELP = "set com.squareup.okhttp3:okhttp-jvm to 5.0.0 or newer, and exclude"
            + " com.squareup.okhttp3:okhttp of version 4 where it comes from";
    /** A class of each library, by the name of the library. */
    private static final Map<String, String> LIBRARIES = Map.of(
            "kotlin-stdlib", "kotlin.Unit",
            "moshi", "com.squareup.moshi.Moshi",
            "okhttp", "okhttp3.OkHttpClient",
            "okio", "okio.Buffer",
            "retrofit", "retrofit2.Retrofit",
            "converter-moshi", "retrofit2.converter.moshi.MoshiConverterFactory",
            "slf4j-api", "org.slf4j.Logger");

    private ClassPath() {}

    /**
     * Checks that no library is missing or too old.
     *
     * @throws IllegalStateException if one is; names the library, its version, and the fix
     */
    static void require() {
        String missing = LIBRARIES.keySet().stream()
                .filter(library -> load(LIBRARIES.get(library)) == null)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new IllegalStateException("not on the class path: " + missing
                    + "; depend on hk.qos:qos-client with its dependencies, and exclude none of them");
        }
        String kotlin = constant("kotlin.KotlinVersion", "CURRENT");
        if (isOlder(kotlin, 1, 8, 22)) {
            throw new IllegalStateException("kotlin-stdlib " + kotlin
                    + " on the class path is too old for the OkHttp that is there; " + KOTLIN_HELP);
        }
        String okHttp = constant("okhttp3.OkHttp", "VERSION");
        if (isOlder(okHttp, 5, 0, 0)) {
            throw new IllegalStateException(
                    "OkHttp " + okHttp + " on the class path is too old for this client; " + OKHTTP_HELP);
        }
    }

    /** Returns the exception for a class that is missing or has other members. */
    static IllegalStateException unfit(LinkageError error) {
        String found = LIBRARIES.keySet().stream()
                .sorted()
                .map(library -> library + " from " + origin(LIBRARIES.get(library)))
                .collect(Collectors.joining(", "));
        return new IllegalStateException(
                "the class path has a library that this client cannot work with (" + error + "); found: " + found
                        + "; use the versions that hk.qos:qos-client depends on",
                error);
    }

    private static @Nullable Class<?> load(@Nullable String name) {
        try {
            return Class.forName(name, false, ClassPath.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError missing) {
            return null;
        }
    }

    /** Returns a version constant as text; null if the version is unknown. */
    private static @Nullable String constant(String type, String name) {
        try {
            Class<?> holder = Class.forName(type, true, ClassPath.class.getClassLoader());
            return String.valueOf(holder.getField(name).get(null));
        } catch (ReflectiveOperationException | LinkageError notKnown) {
            return null;
        }
    }

    private static String origin(@Nullable String name) {
        Class<?> type = load(name);
        CodeSource source = type == null ? null : type.getProtectionDomain().getCodeSource();
        URL place = source == null ? null : source.getLocation();
        if (place == null) {
            return "an unknown place";
        }
        String path = place.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * Whether a version is older than {@code oldest}. A version that is unknown or does not consist of three numbers is
     * not.
     */
    static boolean isOlder(@Nullable String version, int... oldest) {
        if (version == null || !version.matches("\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}\\b.*")) {
            return false;
        }
        int[] numbers = Stream.of(version.split("[^0-9]+"))
                .limit(oldest.length)
                .mapToInt(Integer::parseInt)
                .toArray();
        for (int i = 0; i < oldest.length; i++) {
            if (numbers[i] != oldest[i]) {
                return numbers[i] < oldest[i];
            }
        }
        return false;
    }
}
