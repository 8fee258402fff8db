package hk.qos.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a description of the document into lines of a Javadoc comment. */
final class Javadoc {
    private static final int WIDTH = 110;
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    private Javadoc() {}

    /** The lines of a description, escaped and wrapped. */
    static List<String> lines(@Nullable String description) {
        return wrap(text(description));
    }

    /** The lines of text that is escaped already. */
    static List<String> wrap(String escaped) {
        return wrap(escaped, "", WIDTH);
    }

    /** The lines of a block tag, such as that of a parameter; those after the first are indented. */
    static List<String> tag(String tag, String description) {
        return wrap(tag + " " + description, "    ", WIDTH);
    }

    /** A description as one escaped line, ending in a full stop. */
    static String text(@Nullable String description) {
        String words = description == null ? "" : description.strip().replaceAll("\\s+", " ");
        StringBuilder escaped = new StringBuilder();
        Matcher code = CODE.matcher(words);
        int at = 0;
        while (code.find()) {
            escaped.append(escape(words.substring(at, code.start())));
            escaped.append("{@code ").append(braces(code.group(1))).append('}');
            at = code.end();
        }
        escaped.append(escape(words.substring(at)));
        boolean open = escaped.length() > 0 && ".!?:".indexOf(escaped.charAt(escaped.length() - 1)) < 0;
        return open ? escaped.append('.').toString() : escaped.toString();
    }

    /** An expression or value as a code tag. */
    static String code(String text) {
        return "{@code " + braces(text) + "}";
    }

    private static String escape(String text) {
        return comment(text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("{", "&#123;")
                .replace("}", "&#125;"));
    }

    /** Braces inside a code tag must come in pairs, or they end it early. */
    private static String braces(String code) {
        boolean paired = code.chars().filter(c -> c == '{').count()
                == code.chars().filter(c -> c == '}').count();
        return comment(paired ? code : code.replace("{", "(").replace("}", ")"));
    }

    /** A comment must contain neither its end marker nor the start of a Unicode escape. */
    private static String comment(String text) {
        return text.replace("*/", "*&#47;").replace("\\", "&#92;");
    }

    private static List<String> wrap(String text, String indent, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words(text)) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(indent);
            }
            if (!line.toString().isBlank()) {
                line.append(' ');
            }
            line.append(word);
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Words to wrap at; a code tag is one word. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("(?:[^\\s{]|\\{@code [^}]*\\}|\\{)+").matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }
}
