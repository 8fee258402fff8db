package hk.qos.client.internal.http;

import hk.qos.client.Operation;

/** What the plan allows, by operation. */
public interface CallLimits {

    /** How often an operation may be called a minute, at least once. */
    int requestsPerMinute(Operation operation);

    /** How many distinct instruments one request of an operation may name. */
    int instruments(Operation operation);
}
