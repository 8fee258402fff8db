package hk.qos.simulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Settings of the simulator for a test class, a nested class or a test; the nearest annotation wins. It registers the
 * {@link QosSimulatorExtension}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(QosSimulatorExtension.class)
public @interface QosSimulation {
    /** Seed of the market. */
    long seed() default 1;

    /**
     * The only accepted API key, which the client uses; by default every key is accepted and each client has its own.
     */
    String key() default "";

    /** Whether to remove all limits, so that no test waits; if false, the limits of the free plan apply. */
    boolean unlimited() default true;

    /** Pushes a second of each subscription, more than 0 and at most 1000. */
    double pushRate() default 20;

    /** Whether the market pushes; if false, only what the test plays or sends is pushed. */
    boolean pushes() default true;

    /** Whether any violation of the documents closes the stream with 1008. */
    boolean strict() default false;

    /** HTTPS and WSS; the client trusts the certificate. */
    boolean tls() default false;
}
