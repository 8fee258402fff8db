import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/**
 * Writes each document as one file that refers to no other: {@code openapi.yaml}, {@code openapi.json} and {@code
 * asyncapi.yaml}. Schemas of other files are copied into {@code components.schemas}, and all references to them, those in
 * extensions too, are changed. Everything else in other files, such as examples, replaces the references to it.
 *
 * <p>Two points differ, for other generators. If several enumerations have a value of the same name, it is prefixed with
 * the enumeration's name, since languages such as Go have one scope for all. A format that would be read as another type
 * is replaced by other keywords; {@code x-format} keeps it.
 *
 * <p>{@code java -classpath <snakeyaml-engine> Bundle.java <spec> <out>}
 */
public final class Bundle {
    private static final String SCHEMAS = "/components/schemas/";
    private static final String NAMES = "x-enum-varnames";

    private final Path folder;
    private final String document;
    private final Map<String, Object> files = new HashMap<>();
    /** The reference in the bundle to a schema of another file, by its file and pointer. */
    private final Map<Place, String> homes = new HashMap<>();

    /** A part of a file below the folder. */
    private record Place(String file, String pointer) {
        @Override
        public String toString() {
            return file + "#" + pointer;
        }
    }

    private Bundle(Path folder, String document) {
        this.folder = folder;
        this.document = document;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path out = Path.of(args[1]);
        Files.createDirectories(out);
        Object http = new Bundle(folder, "openapi.yaml").bundled();
        Files.writeString(out.resolve("openapi.yaml"), Yaml.text(http));
        Files.writeString(out.resolve("openapi.json"), Json.text(http));
        Files.writeString(out.resolve("asyncapi.yaml"), Yaml.text(new Bundle(folder, "asyncapi.yaml").bundled()));
    }

    @SuppressWarnings("unchecked") // The lint guarantees this shape.
    private Map<String, Object> bundled() {
        Object root = file(document);
        if (at(new Place(document, "/components/schemas")) instanceof Map<?, ?> schemas) {
            schemas.forEach((name, schema) -> {
                if (schema instanceof Map<?, ?> map && map.get("$ref") instanceof String reference) {
                    homes.put(resolve(document, reference), SCHEMAS + name);
                }
            });
        }
        Map<String, Object> bundled = members((Map<?, ?>) root, new Place(document, ""));
        tellApart(((Map<String, Map<String, Map<String, Object>>>) bundled.get("components")).get("schemas"));
        return bundled;
    }

    /** Prefixes names of values that several enumerations have with the enumeration's name. */
    private static void tellApart(Map<String, Map<String, Object>> schemas) {
        Map<Object, Integer> times = new HashMap<>();
        schemas.values().forEach(schema -> names(schema).forEach(name -> times.merge(name, 1, Integer::sum)));
        schemas.forEach((enumeration, schema) -> {
            String prefix = enumeration.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT) + "_";
            schema.computeIfPresent(
                    NAMES,
                    (any, names) -> ((List<?>) names)
                            .stream()
                                    .map(name -> times.get(name) > 1 ? prefix + name : name)
                                    .toList());
        });
    }

    private static List<?> names(Map<String, Object> schema) {
        return schema.get(NAMES) instanceof List<?> names ? names : List.of();
    }

    private Object copy(Object node, Place from) {
        if (node instanceof Map<?, ?> map) {
            return map.get("$ref") instanceof String reference ? referred(map, reference, from) : members(map, from);
        }
        if (node instanceof List<?> list) {
            List<Object> copied = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                copied.add(copy(list.get(i), child(from, String.valueOf(i))));
            }
            return copied;
        }
        // An extension such as x-key refers to a schema by a text.
        return node instanceof String text && text.matches("(\\./\\S*)?#/\\S*") ? named(text, from) : node;
    }

    private Map<String, Object> members(Map<?, ?> map, Place from) {
        Map<String, Object> copied = new LinkedHashMap<>();
        map.forEach((name, value) -> copied.put(String.valueOf(name), copy(value, child(from, String.valueOf(name)))));
        if (map.get("type") instanceof String && instead(map.get("format")) instanceof Map<?, ?> keywords) {
            copied.put("x-format", Objects.requireNonNull(copied.remove("format")));
            keywords.forEach((name, value) -> copied.put(String.valueOf(name), value));
        }
        return copied;
    }

    /** The keywords for a format that other generators would read as another type; null for other formats. */
    private Object instead(Object format) {
        Object formats = ((Map<?, ?>) file("formats.json")).get("formats");
        return ((Map<?, ?>) formats).get(format) instanceof Map<?, ?> known ? known.get("bundled") : null;
    }

    private Object referred(Map<?, ?> map, String reference, Place from) {
        Place target = resolve(from.file(), reference);
        String home = homes.get(target);
        boolean isHome = from.file().equals(document) && from.pointer().equals(home);
        if (!isHome && (home != null || target.file().equals(document))) {
            Map<String, Object> copied = members(map, from);
            copied.put("$ref", "#" + (home == null ? target.pointer() : home));
            return copied;
        }
        if (map.size() > 1 || (!isHome && target.file().startsWith("schemas/"))) {
            throw new IllegalStateException(from + " refers to " + target + ", which is not in " + document + " below "
                    + SCHEMAS + ": list it there");
        }
        return copy(at(target), target);
    }

    private String named(String text, Place from) {
        Place target = resolve(from.file(), text);
        if (!homes.containsKey(target) && !target.file().equals(document)) {
            throw new IllegalStateException(from + " names " + target + ", which is not in " + document + " below "
                    + SCHEMAS + ": list it there");
        }
        at(target);
        return "#" + homes.getOrDefault(target, target.pointer());
    }

    private static Place child(Place of, String name) {
        return new Place(of.file(), of.pointer() + "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    private static Place resolve(String from, String reference) {
        int hash = reference.indexOf('#');
        String path = hash < 0 ? reference : reference.substring(0, hash);
        String file = path.isEmpty() ? from : URI.create(from).resolve(path).toString();
        return new Place(file, hash < 0 ? "" : reference.substring(hash + 1));
    }

    private Object at(Place place) {
        Object node = file(place.file());
        for (String step : place.pointer().isEmpty()
                ? new String[0]
                : place.pointer().substring(1).split("/")) {
            String name = step.replace("~1", "/").replace("~0", "~");
            node = node instanceof Map<?, ?> map ? map.get(name) : null;
            if (node == null) {
                throw new IllegalStateException("There is nothing at " + place);
            }
        }
        return node;
    }

    private Object file(String name) {
        return files.computeIfAbsent(name, any -> {
            try {
                return new Load(LoadSettings.builder().setLabel(name).build())
                        .loadFromString(Files.readString(folder.resolve(name)));
            } catch (IOException e) {
                throw new IllegalStateException("Cannot read " + folder.resolve(name), e);
            }
        });
    }

    /** Block style. A text is quoted unless every parser, those of YAML 1.1 included, reads it as a text. */
    private static final class Yaml extends StandardRepresenter {
        private static final Pattern PLAIN = Pattern.compile("[A-Za-z/$][A-Za-z0-9 ,()/$._-]*(?<! )");
        private static final Pattern WORD = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null");

        private Yaml(DumpSettings settings) {
            super(settings);
            representers.put(String.class, data -> {
                String text = (String) data;
                return representScalar(Tag.STR, text, style(text));
            });
        }

        private static ScalarStyle style(String text) {
            if (text.contains("\n")) {
                return ScalarStyle.LITERAL;
            }
            boolean plain = PLAIN.matcher(text).matches() && !WORD.matcher(text).matches();
            return plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
        }

        static String text(Object document) {
            DumpSettings settings = DumpSettings.builder()
                    .setDefaultFlowStyle(FlowStyle.BLOCK)
                    .setSplitLines(false)
                    .setDereferenceAliases(true)
                    .build();
            return new Dump(settings, new Yaml(settings)).dumpToString(document);
        }
    }

    private static final class Json {
        private final StringBuilder text = new StringBuilder();

        static String text(Object document) {
            Json json = new Json();
            json.value(document, "\n");
            return json.text.append('\n').toString();
        }

        private void value(Object value, String line) {
            if (value instanceof Map<?, ?> map) {
                List<Object> members = new ArrayList<>(map.entrySet());
                all(members, line, '{', '}');
            } else if (value instanceof List<?> list) {
                all(list, line, '[', ']');
            } else if (value instanceof Map.Entry<?, ?> member) {
                quoted(String.valueOf(member.getKey()));
                text.append(": ");
                value(member.getValue(), line);
            } else if (value instanceof String string) {
                quoted(string);
            } else {
                text.append(value);
            }
        }

        private void all(List<?> values, String line, char open, char close) {
            text.append(open);
            String separator = "";
            for (Object value : values) {
                text.append(separator).append(line).append("  ");
                value(value, line + "  ");
                separator = ",";
            }
            text.append(values.isEmpty() ? "" : line).append(close);
        }

        private void quoted(String string) {
            text.append('"');
            string.chars().forEach(c -> {
                if (c == '"' || c == '\\') {
                    text.append('\\').append((char) c);
                } else if (c < ' ') {
                    text.append(String.format("\\u%04x", c));
                } else {
                    text.append((char) c);
                }
            });
            text.append('"');
        }
    }
}
