package hk.qos.client.model;

/** A record about one instrument. New versions of the API may add implementations; applications need none. */
public interface InstrumentData {

    /** The instrument, in {@linkplain InstrumentCodes#canonical canonical} spelling if the record comes from the server. */
    String code();
}
