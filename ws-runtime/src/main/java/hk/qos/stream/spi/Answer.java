package hk.qos.stream.spi;

/**
 * Which command a message answers.
 *
 * @param type the {@link Command#type}, or an empty string if only the id is known
 * @param id the correlation id, or 0 if it is not known
 */
public record Answer(String type, long id) {}
