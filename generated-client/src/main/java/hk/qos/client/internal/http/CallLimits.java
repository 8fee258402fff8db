package hk.qos.client.internal.http;

import hk.qos.client.Operation;

/** The limits of the plan, by operation. */
public interface CallLimits {

    /** Requests a minute of an operation, at least 1. */
    int requestsPerMinute(Operation operation);

    /** The maximum of distinct instruments in one request of an operation. */
    int instruments(Operation operation);
}
