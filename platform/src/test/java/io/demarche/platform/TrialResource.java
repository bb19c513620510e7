package io.demarche.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.demarche.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A resource with one of everything that can go wrong. */
@Path("/trial")
@Produces(MediaType.APPLICATION_JSON)
public class TrialResource {

    private final TrialClient client;

    TrialResource(@RestClient TrialClient client) {
        this.client = client;
    }

    enum Colour {
        RED,
        GREEN
    }

    record Point(@Min(0) int start, int end, @Size(max = 3) String label) {}

    record Body(
            String text,
            Integer count,
            Long many,
            Double weight,
            Boolean flag,
            Colour colour,
            Instant at,
            UUID id,
            List<@Valid Point> points,
            Map<String, Integer> numbers,
            Nested nested,
            Guarded guarded) {}

    record Nested(@JsonProperty("child") Nested child) {}

    record Guarded(String name) {
        Guarded {
            if ("bad".equals(name)) {
                throw ProblemException.badRequest("name", "must not be bad");
            }
            if ("worse".equals(name)) {
                throw new IllegalStateException("secret words");
            }
        }
    }

    record Answer(String heard) {}

    @GET
    @Path("/shapes")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    public Uni<String> shapes() {
        return Uni.createFrom().item("\"heard\"");
    }

    @POST
    @Path("/body")
    @Consumes(MediaType.APPLICATION_JSON)
    public Answer body(@NotNull @Valid Body body) {
        return new Answer(String.valueOf(body.text()));
    }

    @POST
    @Path("/reactive")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Answer> reactive(Body body) {
        return Uni.createFrom().item(new Answer(String.valueOf(body.text())));
    }

    @GET
    @Path("/query")
    public Answer query(
            @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit,
            @RestQuery("from") Optional<Instant> since,
            @RestQuery List<Colour> colour,
            @RestQuery UUID id,
            @RestQuery Double weight,
            @RestQuery Boolean flag,
            @RestQuery String text) {
        return new Answer(limit + " " + since.map(Instant::toString).orElse("-") + " " + colour + " " + text);
    }

    @GET
    @Path("/things/{id}")
    public Answer thing(@RestPath UUID id) {
        throw ProblemException.notFound("thing", id);
    }

    @GET
    @Path("/names/{name}")
    public Answer name(@RestPath @Size(max = 5) String name) {
        return new Answer(name);
    }

    @GET
    @Path("/fails/{how}")
    public Uni<Answer> fails(@RestPath String how) {
        return switch (how) {
            case "thrown" -> throw new IllegalStateException("secret words");
            case "error" -> throw new StackOverflowError("secret words");
            case "later" -> Uni.createFrom().failure(new IllegalStateException("secret words"));
            case "wrapped" -> Uni.createFrom().failure(new CompletionException(ProblemException.conflict("It is so.")));
            case "away" ->
                throw ProblemException.unavailable("Come back later.", 7)
                        .causedBy(new IllegalStateException("secret words"));
            case "behind" -> throw ProblemException.badGateway("Nonsense from behind.");
            case "slow" -> throw ProblemException.gatewayTimeout("Nothing from behind.");
            case "large" -> throw ProblemException.tooLarge("text", "is longer than 10 characters");
            default -> Uni.createFrom().item(new Answer(how));
        };
    }

    @GET
    @Path("/bare/{status}")
    public Response bare(@RestPath int status) {
        return Response.status(status).build();
    }

    @GET
    @Path("/trace")
    public Answer trace(@RestHeader String traceparent) {
        return new Answer(traceparent);
    }

    /** Asks on, after a pause that moves it to another thread. */
    @GET
    @Path("/passed-on")
    public Uni<String> passedOn() {
        return Uni.createFrom()
                .item(true)
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(20))
                .flatMap(late -> client.trace());
    }

    @GET
    @Path("/broken-answer")
    @NotEmpty
    public List<String> brokenAnswer() {
        return List.of();
    }

    @GET
    @Path("/unwritable")
    public Object unwritable() {
        return new Object() {
            @SuppressWarnings("unused")
            public String getSecret() {
                throw new IllegalStateException("secret words");
            }
        };
    }
}
