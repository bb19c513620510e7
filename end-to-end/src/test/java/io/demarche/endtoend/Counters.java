package io.demarche.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** The metrics of a service, as Prometheus would read them at this moment. */
final class Counters {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final List<String> lines;

    private Counters(List<String> lines) {
        this.lines = lines;
    }

    static Counters of(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/q/metrics"))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            return new Counters(HTTP.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * The sum of the series of a metric that carry all these labels; 0 when there are none, as before the first count.
     *
     * @param labels such as {@code result="analysed"}
     */
    long sum(String metric, String... labels) {
        return Math.round(lines.stream()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .filter(line -> List.of(labels).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum());
    }
}
