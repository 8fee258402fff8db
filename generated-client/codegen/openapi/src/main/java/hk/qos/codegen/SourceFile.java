package hk.qos.codegen;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Java source printed by a template: adds the imports of the classes that it names. */
final class SourceFile implements Mustache.Lambda {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);\\n");
    private static final Pattern WORD = Pattern.compile("(?<![\\w.\"])[A-Z]\\w*");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern NAMED = Pattern.compile("\\{@link [^}]*}|@throws \\w+");

    private final Map<String, String> classes = new TreeMap<>();

    /** @param classes the full names of what templates may name */
    SourceFile(Collection<String> classes) {
        classes.forEach(full -> this.classes.put(full.substring(full.lastIndexOf('.') + 1), full));
    }

    @Override
    public void execute(Template.Fragment fragment, Writer out) throws IOException {
        String source = fragment.execute().strip() + "\n";
        Matcher start = PACKAGE.matcher(source);
        if (!start.find()) {
            throw new IllegalStateException("a template prints a Java source without a package");
        }
        String body = source.substring(start.end());
        TreeSet<String> imports = new TreeSet<>();
        Matcher word = WORD.matcher(withoutProse(source));
        while (word.find()) {
            String full = classes.get(word.group());
            if (full != null && !full.substring(0, full.lastIndexOf('.')).equals(start.group(1))) {
                imports.add(full);
            }
        }
        StringBuilder whole = new StringBuilder(source.substring(0, start.end()));
        whole.append(imports.isEmpty() ? "" : "\n");
        imports.forEach(full -> whole.append("import ").append(full).append(";\n"));
        whole.append('\n').append(body.strip()).append('\n');
        out.write(whole.toString().replaceAll("\\n{3,}", "\n\n").replaceAll("[ \\t]+\\n", "\n"));
    }

    /** In comments, only links and thrown exceptions count as uses of a class. */
    private static String withoutProse(String source) {
        return COMMENT.matcher(source)
                .replaceAll(comment -> NAMED.matcher(comment.group())
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.joining(" "))
                        .replace("$", ""));
    }
}
