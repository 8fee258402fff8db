package hk.qos.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names that generated code uses, from the table {@code names.json}, which the lint and the other generator read too. */
final class TakenNames {
    private final JsonNode table;

    private TakenNames(JsonNode table) {
        this.table = table;
    }

    static TakenNames load() {
        try (InputStream in = TakenNames.class.getResourceAsStream("/names.json")) {
            return new TakenNames(new ObjectMapper().readTree(Objects.requireNonNull(in, "names.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param lists the lists of the table that apply to the place */
    void checkMember(String place, String name, String... lists) {
        if (!SourceVersion.isName(name) || name.equals("yield") || isIn(name, "object") || isIn(name, lists)) {
            throw new DocumentException(place, name + " is used by Java or generated code: choose another name");
        }
    }

    void checkClass(String name) {
        if (!SourceVersion.isName(name)
                || !Character.isUpperCase(name.charAt(0))
                || name.endsWith("Adapter")
                || isIn(name, "java.lang", "classes")) {
            throw new DocumentException(name, "is a class that Java or generated code uses: choose another name");
        }
    }

    /** A class that generated code names must be in the table, or a schema could have the same name. */
    void checkComplete(Collection<String> fullNames) {
        Set<String> missing = new HashSet<>();
        for (String full : fullNames) {
            String name = full.substring(full.lastIndexOf('.') + 1);
            if (!isIn(name, "classes")) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("codegen/names.json lacks in \"classes\": " + missing);
        }
    }

    private boolean isIn(String name, String... lists) {
        return List.of(lists).stream().anyMatch(list -> {
            for (JsonNode taken : table.path(list)) {
                if (taken.asText().equals(name)) {
                    return true;
                }
            }
            return false;
        });
    }
}
