package io.demarche.platform.strict;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An {@code Accept} that lists nothing asks for nothing in particular, as if it were not there (RFC 9110, 12.5.1 lets the
 * list be empty). RESTEasy Reactive fails on it where a resource offers several media types.
 */
@Singleton
public final class EmptyAccept {

    private static final Pattern NOTHING = Pattern.compile("[\\s,]*");

    /** Before anybody chooses a media type, a problem's included. */
    private static final int EARLY = -1_985_000;

    void register(@Observes Router router) {
        router.route().order(EARLY).handler(context -> {
            leaveOut(context.request());
            context.next();
        });
    }

    private static void leaveOut(HttpServerRequest request) {
        List<String> accepted = request.headers().getAll(HttpHeaders.ACCEPT);
        List<String> said =
                accepted.stream().filter(one -> !NOTHING.matcher(one).matches()).toList();
        if (said.size() < accepted.size()) {
            request.headers().remove(HttpHeaders.ACCEPT);
            said.forEach(one -> request.headers().add(HttpHeaders.ACCEPT, one));
        }
    }
}
