package hk.qos.codegen;

/**
 * The Java type of a value: its source text, and the expressions that read and write it. A reader and a writer are method
 * references or lambdas; a parser and a printer do the same for texts, such as the key of a map.
 */
sealed interface JavaType {
    String source();

    String reader();

    String writer();

    String read(String in);

    String write(String out, String value);

    String parser();

    String printer();

    /** The type where null is not allowed. */
    default String required() {
        return source();
    }

    default boolean isList() {
        return this instanceof ListOf || this instanceof Codes;
    }

    default boolean isMap() {
        return this instanceof MapOf;
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static IllegalStateException noText(JavaType type) {
        return new IllegalStateException(type.source() + " has no text form");
    }

    /** A value of the format table. */
    record Scalar(String java, String primitive, String codec, String text) implements JavaType {
        @Override
        public String source() {
            return java.substring(java.lastIndexOf('.') + 1);
        }

        @Override
        public String required() {
            return primitive.isEmpty() ? source() : primitive;
        }

        @Override
        public String reader() {
            return "JsonFormats::read" + capital(codec);
        }

        @Override
        public String writer() {
            return "JsonFormats::write" + capital(codec);
        }

        @Override
        public String read(String in) {
            return "JsonFormats.read" + capital(codec) + "(" + in + ")";
        }

        @Override
        public String write(String out, String value) {
            return "JsonFormats.write" + capital(codec) + "(" + out + ", " + value + ")";
        }

        @Override
        public String parser() {
            return "TextFormats::parse" + capital(text);
        }

        @Override
        public String printer() {
            return "TextFormats::print" + capital(text);
        }
    }

    /** Instruments: single codes in Java; on the wire one string per market, or one string. */
    record Codes(boolean onlyOneMarket) implements JavaType {
        @Override
        public String source() {
            return "List<String>";
        }

        @Override
        public String reader() {
            return "JsonFormats::readCodes";
        }

        @Override
        public String writer() {
            return "JsonFormats::" + writeMethod();
        }

        @Override
        public String read(String in) {
            return "JsonFormats.readCodes(" + in + ")";
        }

        @Override
        public String write(String out, String value) {
            return "JsonFormats." + writeMethod() + "(" + out + ", " + value + ")";
        }

        @Override
        public String parser() {
            throw noText(this);
        }

        @Override
        public String printer() {
            throw noText(this);
        }

        private String writeMethod() {
            return onlyOneMarket ? "writeBatch" : "writeBatches";
        }
    }

    /** A type with its own schema, and therefore its own class and adapter. */
    record Named(String source, Kind kind) implements JavaType {
        enum Kind {
            RECORD,
            DELIMITED,
            TEXT_ENUM,
            NUMBER_ENUM
        }

        boolean isEnum() {
            return kind == Kind.TEXT_ENUM || kind == Kind.NUMBER_ENUM;
        }

        @Override
        public String reader() {
            return source + "Adapter::read";
        }

        @Override
        public String writer() {
            return source + "Adapter::write";
        }

        @Override
        public String read(String in) {
            return source + "Adapter.read(" + in + ")";
        }

        @Override
        public String write(String out, String value) {
            return source + "Adapter.write(" + out + ", " + value + ")";
        }

        @Override
        public String parser() {
            return switch (kind) {
                case TEXT_ENUM -> source + "::fromWire";
                case NUMBER_ENUM -> "TextFormats.enumParser(" + source + "::fromWire, " + source + ".UNRECOGNIZED)";
                case RECORD, DELIMITED -> throw noText(this);
            };
        }

        @Override
        public String printer() {
            return switch (kind) {
                case TEXT_ENUM -> source + "::wire";
                case NUMBER_ENUM -> "TextFormats.enumPrinter(" + source + "::wire)";
                case RECORD, DELIMITED -> throw noText(this);
            };
        }
    }

    /** The payload of an answer that is a list: undecodable elements are omitted. */
    record ResultsOf(JavaType item) implements JavaType {
        @Override
        public String source() {
            return "Results<" + item.source() + ">";
        }

        @Override
        public String reader() {
            throw noText(this);
        }

        @Override
        public String writer() {
            throw noText(this);
        }

        @Override
        public String read(String in) {
            return "AnswerFormats.readResults(" + in + ", " + item.reader() + ")";
        }

        @Override
        public String write(String out, String value) {
            return "JsonFormats.writeList(" + out + ", " + value + ", " + item.writer() + ")";
        }

        @Override
        public String parser() {
            throw noText(this);
        }

        @Override
        public String printer() {
            throw noText(this);
        }
    }

    /** The payload of an answer that is a map: it reports missing and unrecognized keys, and omits undecodable elements. */
    record ResultsMapOf(JavaType key, JavaType value) implements JavaType {
        @Override
        public String source() {
            return "ResultsMap<" + key.source() + ", " + value.source() + ">";
        }

        @Override
        public String reader() {
            throw noText(this);
        }

        @Override
        public String writer() {
            throw noText(this);
        }

        @Override
        public String read(String in) {
            String unrecognized =
                    key instanceof Named named && named.isEnum() ? named.source() + ".UNRECOGNIZED" : "null";
            return "AnswerFormats.readResultsMap(" + in + ", " + key.parser() + ", " + unrecognized + ", "
                    + value.reader() + ")";
        }

        @Override
        public String write(String out, String map) {
            return "AnswerFormats.writeResultsMap(" + out + ", " + map + ", " + key.printer() + ", " + value.writer()
                    + ")";
        }

        @Override
        public String parser() {
            throw noText(this);
        }

        @Override
        public String printer() {
            throw noText(this);
        }
    }

    /**
     * A list.
     *
     * @param elements whether its items identify themselves, so that an undecodable one can be omitted
     */
    record ListOf(JavaType item, boolean elements) implements JavaType {
        @Override
        public String source() {
            return "List<" + item.source() + ">";
        }

        @Override
        public String reader() {
            return (elements ? "AnswerFormats.elementsReader(" : "JsonFormats.listReader(") + item.reader() + ")";
        }

        @Override
        public String writer() {
            return "JsonFormats.listWriter(" + item.writer() + ")";
        }

        @Override
        public String read(String in) {
            return (elements ? "AnswerFormats.readElements(" : "JsonFormats.readList(") + in + ", " + item.reader()
                    + ")";
        }

        @Override
        public String write(String out, String value) {
            return "JsonFormats.writeList(" + out + ", " + value + ", " + item.writer() + ")";
        }

        @Override
        public String parser() {
            throw noText(this);
        }

        @Override
        public String printer() {
            throw noText(this);
        }
    }

    /** A map; its keys are text on the wire. */
    record MapOf(JavaType key, JavaType value) implements JavaType {
        @Override
        public String source() {
            return "Map<" + key.source() + ", " + value.source() + ">";
        }

        @Override
        public String reader() {
            return "JsonFormats.mapReader(" + key.parser() + ", " + value.reader() + ")";
        }

        @Override
        public String writer() {
            return "JsonFormats.mapWriter(" + key.printer() + ", " + value.writer() + ")";
        }

        @Override
        public String read(String in) {
            return "JsonFormats.readMap(" + in + ", " + key.parser() + ", " + value.reader() + ")";
        }

        @Override
        public String write(String out, String map) {
            return "JsonFormats.writeMap(" + out + ", " + map + ", " + key.printer() + ", " + value.writer() + ")";
        }

        @Override
        public String parser() {
            throw noText(this);
        }

        @Override
        public String printer() {
            throw noText(this);
        }
    }
}
