package io.demarche.benchmarks.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** How long processors have worked: what counts where a machine is shared. */
final class Processor {

    private final ProcessHandle service;
    private final ProcessHandle postmaster;

    Processor(Process service, Path databaseFolder) throws IOException {
        this.service = service.toHandle();
        String process = Files.readAllLines(databaseFolder.resolve("data").resolve("postmaster.pid"))
                .get(0);
        this.postmaster = ProcessHandle.of(Long.parseLong(process.strip())).orElseThrow();
    }

    /** Seconds of the service so far. */
    double service() {
        return seconds(Stream.of(service));
    }

    /** Seconds of PostgreSQL's processes so far. */
    double database() {
        return seconds(Stream.concat(Stream.of(postmaster), postmaster.descendants()));
    }

    private static double seconds(Stream<ProcessHandle> processes) {
        return processes
                        .mapToLong(process -> process.info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toMillis())
                        .sum()
                / 1e3;
    }
}
