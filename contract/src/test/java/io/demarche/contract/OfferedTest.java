package io.demarche.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.contract.document.Document;
import io.demarche.contract.document.Operation;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the services offer, the gateway offers too, but for what is the services' own business. */
class OfferedTest {

    private static final String PUBLIC = "/api/v1";

    /** Between the services: nobody else may see or say it. */
    private static final Set<String> INTERNAL = Set.of(
            "POST /leases",
            "POST /leases/extend",
            "POST /leases/complete",
            "POST /leases/fail",
            "POST /leases/release",
            "GET /removals",
            "POST /removals/confirm",
            // What the gateway's live streams are made of.
            "GET /stances/changes",
            // Parts of the gateway's GET /status.
            "GET /backlog",
            "GET /engine");

    private static Stream<Operation> services() {
        return Stream.of(Committed.ingest(), Committed.analysis()).flatMap(service -> service.operations().stream());
    }

    @Test
    void everythingIsOfferedOrInternal() {
        Document gateway = Committed.gateway();
        Set<String> missing = services()
                .filter(one -> !INTERNAL.contains(one.toString()))
                .filter(one ->
                        gateway.operation(one.method(), PUBLIC + one.path()).isEmpty())
                .map(Operation::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).isEmpty();
    }

    @Test
    void whatIsInternalIsThereAndNotOffered() {
        Set<String> there = services().map(Operation::toString).collect(Collectors.toSet());
        assertThat(there).containsAll(INTERNAL);
        Document gateway = Committed.gateway();
        assertThat(INTERNAL).noneMatch(one -> gateway.operation(one.split(" ")[0], PUBLIC + one.split(" ")[1])
                .isPresent());
    }

    /** The gateway passes parameters on by their names, so neither may know one that the other does not. */
    @Test
    void parametersAreTheSame() {
        Document gateway = Committed.gateway();
        services().filter(one -> !INTERNAL.contains(one.toString())).forEach(one -> gateway.operation(
                        one.method(), PUBLIC + one.path())
                .ifPresent(offered -> assertThat(offered.parameters("query").keySet())
                        .as(one.toString())
                        .isEqualTo(one.parameters("query").keySet())));
    }
}
