// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.stream;

import java.util.List;

/**
 * A command of the stream.
 *
 * @param name the method of {@code QosStream}
 * @param section the section of the vendor's documentation, such as {@code 5.2}
 * @param summary a short description
 * @param frames the types of the frames that it sends, such as those to subscribe and to cancel
 */
public record StreamOperation(String name, String section, String summary, List<String> frames) {
    /** Copies the frames. */
    public StreamOperation {
        frames = List.copyOf(frames);
    }

    /** The name and the section, such as {@code subscribeSnapshots (5.2)}. */
    @Override
    public String toString() {
        return name + " (" + section + ")";
    }
}
