package hk.qos.client.internal.answer;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import hk.qos.client.Undecodable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Collects the elements of one answer that cannot be decoded. Attached to the reader of the answer. */
public final class LeftOut {
    /** An answer with more of them fails. */
    static final int MAX_ELEMENTS = 100;

    static final int MAX_LENGTH = 200;

    private final List<Undecodable> elements = new ArrayList<>();

    private final UnaryOperator<String> hide;

    private LeftOut(UnaryOperator<String> hide) {
        this.hide = hide;
    }

    /** Returns the instance attached to {@code in}; null if an undecodable element fails the answer. */
    public static @Nullable LeftOut of(JsonReader in) {
        return in.tag(LeftOut.class);
    }

    /** Attaches an instance to {@code in} and returns it. */
    public static LeftOut gather(JsonReader in) {
        return gather(in, text -> text);
    }

    static LeftOut gather(JsonReader in, UnaryOperator<String> hide) {
        LeftOut known = of(in);
        if (known != null) {
            return known;
        }
        LeftOut fresh = new LeftOut(hide);
        in.setTag(LeftOut.class, fresh);
        return fresh;
    }

    /** Returns the elements in the order of the answer. */
    public List<Undecodable> elements() {
        return elements;
    }

    /**
     * Records an element that cannot be decoded, and skips the rest of it. Rethrows {@code fault} if there are too
     * many.
     *
     * @param where the element's path
     * @param next the path of {@code in} behind the element
     */
    public void add(JsonReader in, String where, String next, JsonDataException fault) throws IOException {
        if (elements.size() == MAX_ELEMENTS) {
            throw fault;
        }
        elements.add(new Undecodable(cut(hide.apply(where)), cut(hide.apply(String.valueOf(fault.getMessage())))));
        while (!in.getPath().equals(next)) {
            switch (in.peek()) {
                case END_OBJECT -> in.endObject();
                case END_ARRAY -> in.endArray();
                case NAME -> {
                    in.skipName();
                    in.skipValue();
                }
                default -> in.skipValue();
            }
        }
    }

    static String cut(String text) {
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    }
}
