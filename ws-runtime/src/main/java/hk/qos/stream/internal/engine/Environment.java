package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.io.Alarm;
import hk.qos.stream.internal.io.Loop;
import hk.qos.stream.internal.io.Transport;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * Everything that an engine takes from the world.
 *
 * @param delivery calls listeners
 * @param completions completes futures; another thread than {@code delivery}, so that a listener may wait for one
 * @param alarm runs on another thread than {@code loop}
 * @param release gives back what was lent; run on the loop, once, last
 */
public record Environment(
        Loop loop,
        Transport transport,
        RandomGenerator random,
        Executor delivery,
        Executor completions,
        Alarm alarm,
        Runnable release) {}
