package io.colloquy.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Where a run took place, in neutral words.
 *
 * @param loadAverage of the last minute when the run began; negative where the system does not tell
 */
record Machine(int cores, long memoryGib, String system, String java, double loadAverage) {

    static Machine here() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                system.getAvailableProcessors(),
                Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
                system.getName() + " " + system.getArch(),
                System.getProperty("java.vendor.version", "") + " " + Runtime.version(),
                system.getSystemLoadAverage());
    }

    String describe() {
        return "%d cores, %d GiB, %s, JDK %s, load average %.1f at the start"
                .formatted(cores, memoryGib, system, java.strip(), loadAverage);
    }
}
