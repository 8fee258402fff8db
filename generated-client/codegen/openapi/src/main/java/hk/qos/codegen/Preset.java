package hk.qos.codegen;

import java.math.BigDecimal;

/** The expression of the default of a component. */
final class Preset {
    private Preset() {}

    static String of(String place, JavaType type, Object value) {
        String text = String.valueOf(value);
        try {
            return switch (type.source()) {
                case "String" -> quoted(text);
                case "Integer" -> String.valueOf(new BigDecimal(text).intValueExact());
                case "Long" -> new BigDecimal(text).longValueExact() + "L";
                case "Boolean" -> String.valueOf(Boolean.parseBoolean(text));
                case "BigDecimal" -> "new BigDecimal(" + quoted(new BigDecimal(text).toPlainString()) + ")";
                default ->
                    throw new DocumentException(
                            place,
                            "there is no default for " + type.source()
                                    + ": leave it out and describe what absent means");
            };
        } catch (ArithmeticException | NumberFormatException e) {
            throw new DocumentException(place, "the default " + text + " is not of type " + type.source());
        }
    }

    /** A Java text literal. */
    static String quoted(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> literal.append('\\').append(c);
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (Character.isISOControl(c)) {
                        literal.append(String.format("\\u%04x", (int) c));
                    } else {
                        literal.append(c);
                    }
                }
            }
        }
        return literal.append('"').toString();
    }
}
