package io.demarche.gateway.live;

import io.demarche.gateway.upstream.Upstreams;
import io.demarche.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Reads changes off the analysis service. */
@ApplicationScoped
class ChangeService {

    private static final int BAD_REQUEST = 400;

    private final Upstreams upstreams;
    private final ChangeClient client;
    private final LiveConfig config;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int catchingUp;

    ChangeService(Upstreams upstreams, @RestClient ChangeClient client, LiveConfig config) {
        this.upstreams = upstreams;
        this.client = client;
        this.config = config;
    }

    /** The position of now. */
    Uni<String> now() {
        return read(new MultivaluedHashMap<>()).map(ChangePage::next);
    }

    /** All changes since a position. */
    Uni<ChangePage> since(String position) {
        return read(new MultivaluedHashMap<>(java.util.Map.of("after", position)));
    }

    /**
     * The changes since a position that one client wants. Waits for its turn while too many others are being caught up.
     *
     * @throws ProblemException 400 on {@code Last-Event-ID} when it cannot be read on from there
     */
    Uni<ChangePage> catchUp(String position, LiveFilter filter) {
        MultivaluedMap<String, String> parameters = filter.parameters();
        parameters.putSingle("after", position);
        return Uni.createFrom()
                .<ChangePage>emitter(emitter -> {
                    Runnable turn = () -> {
                        Cancellable reading = read(parameters)
                                .onTermination()
                                .invoke(this::end)
                                .subscribe()
                                .with(emitter::complete, emitter::fail);
                        emitter.onTermination(reading::cancel);
                    };
                    emitter.onTermination(() -> giveUp(turn));
                    begin(turn);
                })
                .onFailure(ChangeService::refused)
                .transform(failure -> ProblemException.badRequest(
                        LiveResource.LAST_EVENT_ID,
                        "is no id that can be resumed from: it is too old, or not from here. Read GET /stances, and connect"
                                + " without it"));
    }

    /** Whether the analysis service will never read on from a position. */
    static boolean refused(Throwable failure) {
        return failure instanceof ProblemException problem && problem.status() == BAD_REQUEST;
    }

    private Uni<ChangePage> read(MultivaluedMap<String, String> parameters) {
        return upstreams.analysis().read(() -> client.read(parameters));
    }

    private void begin(Runnable turn) {
        synchronized (waiting) {
            if (catchingUp >= config.catchUps()) {
                waiting.add(turn);
                return;
            }
            catchingUp++;
        }
        turn.run();
    }

    /** Whoever hung up before its turn came does not keep the others waiting. */
    private void giveUp(Runnable turn) {
        synchronized (waiting) {
            waiting.remove(turn);
        }
    }

    private void end() {
        Runnable next;
        synchronized (waiting) {
            next = waiting.poll();
            if (next == null) {
                catchingUp--;
            }
        }
        if (next != null) {
            next.run();
        }
    }
}
