package io.demarche.platform.trace;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Passes the trace on to every service that is called. Needs no registration: each REST client has it. */
@Provider
public class TraceClientFilter implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext request) {
        Trace trace = Traces.current();
        if (trace != null) {
            request.getHeaders().putSingle(Trace.HEADER, trace.next().header());
        }
    }
}
