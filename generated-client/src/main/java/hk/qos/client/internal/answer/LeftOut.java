package hk.qos.client.internal.answer;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import hk.qos.client.Undecodable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Gathers the elements of one answer that could not be read. The reader of the answer carries it. */
public final class LeftOut {
    /** An answer with more of them is not worth its while, and fails as a whole. */
    static final int MOST = 100;

    static final int LONGEST = 200;

    private final List<Undecodable> elements = new ArrayList<>();

    private final UnaryOperator<String> hide;

    private LeftOut(UnaryOperator<String> hide) {
        this.hide = hide;
    }

    /** That of {@code in}; null if whoever reads wants all or nothing. */
    public static @Nullable LeftOut of(JsonReader in) {
        return in.tag(LeftOut.class);
    }

    /** That of {@code in}, which from now on carries one. */
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

    /** In the order of the answer. */
    public List<Undecodable> elements() {
        return elements;
    }

    /**
     * Notes an element that could not be read, and steps over what is left of it; throws {@code fault} again if there are too
     * many.
     *
     * @param where the element's path
     * @param next the path at which {@code in} stands behind it
     */
    public void add(JsonReader in, String where, String next, JsonDataException fault) throws IOException {
        if (elements.size() == MOST) {
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
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
