package hk.qos.bench;

/** What one client needed in one run. {@code serverMicros} is the CPU time of the load server for each push it wrote. */
record Sample(
        double cpuMicros,
        double bytes,
        double perSecond,
        int medianAge,
        int highAge,
        long checksum,
        double serverMicros) {}
