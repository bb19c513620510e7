package io.demarche.benchmarks.ingest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Waits for a service. */
public final class Ready {

    private static final int TRIES = 600;
    private static final long PAUSE_MILLIS = 100;

    private Ready() {}

    /** Returns when the service on this port of this machine says that it is ready. */
    public static void await(int port) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .build();
        for (int i = 0; i < TRIES; i++) {
            try {
                if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // Nobody listens so far.
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new IOException("the service is not ready");
    }
}
