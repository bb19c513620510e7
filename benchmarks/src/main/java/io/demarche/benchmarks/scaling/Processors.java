package io.demarche.benchmarks.scaling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** How long processors have worked: hardly disturbed by what else goes on, as the time on the clock is. */
final class Processors {

    /** Of a second; what Linux counts in, on every machine. */
    private static final double TICKS = 100;

    private static final int IDLE = 4;
    private static final int WAITING = 5;
    private static final int LAST = 8;

    private Processors() {}

    static double seconds(Stream<ProcessHandle> processes) {
        return processes
                        .mapToLong(process -> process.info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toMillis())
                        .sum()
                / 1e3;
    }

    /** Seconds that all processors of this machine have worked, for whomever. */
    static double all() throws IOException {
        String[] fields = Files.readString(Path.of("/proc/stat"))
                .lines()
                .findFirst()
                .orElseThrow()
                .split(" +");
        double ticks = 0;
        for (int i = 1; i <= LAST; i++) {
            ticks += i == IDLE || i == WAITING ? 0 : Double.parseDouble(fields[i]);
        }
        return ticks / TICKS;
    }
}
