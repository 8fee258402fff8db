package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.io.Alarm;
import hk.qos.stream.internal.io.Loop;
import hk.qos.stream.internal.io.Transport;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * What an engine needs from outside: time, network, threads, chance.
 *
 * @param delivery calls listeners
 * @param completions completes futures; uses other threads than {@code delivery}, so that a listener may wait for a future
 * @param alarm runs on another thread than {@code loop}
 * @param release returns what was lent; called on the loop, once, last
 */
public record Environment(
        Loop loop,
        Transport transport,
        RandomGenerator random,
        Executor delivery,
        Executor completions,
        Alarm alarm,
        Runnable release) {}
