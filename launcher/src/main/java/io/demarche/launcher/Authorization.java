package io.demarche.launcher;

import java.net.http.HttpRequest;

/** Shows the gateway the key that {@code ./demarche} runs with. It comes by the environment: arguments are seen by everybody. */
public final class Authorization {

    /** The environment variable that holds the key; empty or missing where none is needed. */
    private static final String VARIABLE = "DEMARCHE_KEY";

    private final String key;

    private Authorization(String key) {
        this.key = key;
    }

    /** The key of the environment. */
    public static Authorization ofEnvironment() {
        return of(System.getenv().getOrDefault(VARIABLE, ""));
    }

    /** This key, or none when it is empty. */
    public static Authorization of(String key) {
        return new Authorization(key.strip());
    }

    /** Adds it to a request. */
    public HttpRequest.Builder to(HttpRequest.Builder request) {
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }
}
