package io.demarche.gateway.status;

import io.demarche.gateway.upstream.Upstream;
import io.demarche.gateway.upstream.Upstreams;
import io.demarche.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Asks every service how it is doing, all at once; a service that is down is an answer, not a failure. */
@ApplicationScoped
public class StatusService {

    private final Upstreams upstreams;
    private final IngestStatusClient ingest;
    private final AnalysisStatusClient analysis;
    private final String version;

    StatusService(
            Upstreams upstreams,
            @RestClient IngestStatusClient ingest,
            @RestClient AnalysisStatusClient analysis,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.upstreams = upstreams;
        this.ingest = ingest;
        this.analysis = analysis;
        this.version = version;
    }

    /** How the whole installation is doing, within the status timeouts. */
    public Uni<Status> status() {
        Uni<Answer<Backlog>> backlog = ask(upstreams.ingest(), ingest.backlog());
        Uni<Answer<AnalysisStatus>> found = ask(upstreams.analysis(), analysis.status());
        return Uni.combine().all().unis(backlog, found).asTuple().map(both -> status(both.getItem1(), both.getItem2()));
    }

    private Status status(Answer<Backlog> backlog, Answer<AnalysisStatus> found) {
        List<ServiceStatus> services = Stream.of(
                        new ServiceStatus("gateway", ServiceState.UP, version, null),
                        backlog.service(),
                        found.service())
                .toList();
        boolean allUp = services.stream().allMatch(service -> service.state() == ServiceState.UP);
        return new Status(
                allUp ? OverallState.UP : OverallState.DEGRADED,
                version,
                Instant.now(),
                services,
                backlog.value(),
                found.value());
    }

    private static <T> Uni<Answer<T>> ask(Upstream upstream, Uni<T> call) {
        return upstream.probe(() -> call)
                .map(value -> new Answer<T>(new ServiceStatus(upstream.name(), ServiceState.UP, null, null), value))
                .onFailure(ProblemException.class)
                .recoverWithItem(failure -> down(upstream.name(), failure));
    }

    private static <T> Answer<T> down(String name, Throwable failure) {
        String detail =
                failure instanceof ProblemException problem ? problem.problem().detail() : null;
        return new Answer<>(new ServiceStatus(name, ServiceState.DOWN, null, detail), null);
    }

    private record Answer<T>(ServiceStatus service, @Nullable T value) {}
}
