package hk.qos.client.call;

/** What the plan allows, by operation. */
public interface CallLimits {

    /** How often an operation may be called a minute, at least once. */
    int requestsPerMinute(Operation operation);

    /** How many distinct instruments one request of an operation may name. */
    int instruments(Operation operation);
}
