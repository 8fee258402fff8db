// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.stream;

import java.util.List;

/**
 * One command of the stream, as its document describes it.
 *
 * @param name the method of the client
 * @param section the section of the vendor's documentation, such as {@code 5.2}
 * @param summary what it does, in a few words
 * @param frames the types of the frames that it sends: to subscribe and to cancel, for example
 */
public record StreamOperation(String name, String section, String summary, List<String> frames) {
    /** The frames are copied. */
    public StreamOperation {
        frames = List.copyOf(frames);
    }

    /** For messages: {@code subscribeSnapshot (5.2)}. */
    @Override
    public String toString() {
        return name + " (" + section + ")";
    }
}
