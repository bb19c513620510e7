package io.demarche.gateway.upstream;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;

/** Who makes the present request, as the services are told in {@code Demarche-Caller}. */
public final class UpstreamCaller {

    private static final String LOCAL = UpstreamCaller.class.getName();
    private static final String NOBODY = "anonymous";

    private UpstreamCaller() {}

    /** Says who it is; whoever finds that out calls this once, on the context of the request. */
    public static void is(String id) {
        ContextLocals.put(LOCAL, id);
    }

    /** Who it is. */
    static String current() {
        return VertxContext.isOnDuplicatedContext()
                ? ContextLocals.<String>get(LOCAL).orElse(NOBODY)
                : NOBODY;
    }
}
