// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.check;

/** The limits that the document states. They depend on the plan: every one is only the default of a setting. */
public final class DocumentedLimits {
    /** {@code instruments} of the document. */
    public static final int INSTRUMENTS = 10;

    /** {@code requestsPerMinute} of the document. */
    public static final int REQUESTS_PER_MINUTE = 10;

    private DocumentedLimits() {}
}
