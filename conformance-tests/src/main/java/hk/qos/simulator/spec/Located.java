package hk.qos.simulator.spec;

import tools.jackson.databind.JsonNode;

/**
 * A piece of a document, and where it stands.
 *
 * @param file the document's name, relative to the folder of the documents
 * @param pointer JSON pointer within it
 * @param node what stands there
 */
public record Located(String file, String pointer, JsonNode node) {
    /** The member of this name, not yet followed if it is a reference; missing if there is none. */
    Located member(String name) {
        String escaped = name.replace("~", "~0").replace("/", "~1");
        return new Located(file, pointer + "/" + escaped, node.path(name));
    }

    Located element(int index) {
        return new Located(file, pointer + "/" + index, node.path(index));
    }

    boolean exists() {
        return !node.isMissingNode();
    }

    /** The text of a member, or the fallback. */
    String text(String name, String fallback) {
        JsonNode value = node.path(name);
        return value.isValueNode() ? value.asString() : fallback;
    }
}
