package hk.qos.simulator.spec;

import tools.jackson.databind.JsonNode;

/**
 * A piece of a document and its location.
 *
 * @param file the document's name, relative to the folder of the documents
 * @param pointer JSON pointer within it
 * @param node the piece
 */
public record DocumentNode(String file, String pointer, JsonNode node) {
    /** The member of this name, with references unresolved; a missing node if there is none. */
    DocumentNode member(String name) {
        String escaped = name.replace("~", "~0").replace("/", "~1");
        return new DocumentNode(file, pointer + "/" + escaped, node.path(name));
    }

    DocumentNode element(int index) {
        return new DocumentNode(file, pointer + "/" + index, node.path(index));
    }

    boolean exists() {
        return !node.isMissingNode();
    }

    /** The text of a member, or a default. */
    String text(String name, String fallback) {
        JsonNode value = node.path(name);
        return value.isValueNode() ? value.asString() : fallback;
    }
}
