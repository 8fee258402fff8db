package hk.qos.stream.spi;

/**
 * Identifies the command that a message answers.
 *
 * @param type the {@link Command#type}; empty if only the id is known
 * @param id the correlation id; 0 if unknown
 */
public record Answer(String type, long id) {}
