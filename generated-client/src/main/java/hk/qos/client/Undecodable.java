package hk.qos.client;

/**
 * An element of an answer that could not be read and was left out.
 *
 * @param where its place in the answer, such as {@code $.data[3]}
 * @param why what could not be read, in at most 200 characters, without the key
 */
public record Undecodable(String where, String why) {}
