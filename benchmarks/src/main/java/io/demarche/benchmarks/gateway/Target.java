package io.demarche.benchmarks.gateway;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is asked.
 *
 * @param name for the report
 * @param port on this machine
 * @param method HTTP method
 * @param path of the n-th request
 * @param body of the n-th request, JSON; null for none
 */
record Target(String name, int port, String method, IntFunction<String> path, @Nullable IntFunction<String> body) {

    static Target get(String name, int port, IntFunction<String> path) {
        return new Target(name, port, "GET", path, null);
    }

    static Target post(String name, int port, String path, IntFunction<String> body) {
        return new Target(name, port, "POST", i -> path, body);
    }
}
