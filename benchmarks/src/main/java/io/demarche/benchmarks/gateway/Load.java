package io.demarche.benchmarks.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/** Sends requests from one event loop: as many at once as wanted, or as many a second whatever comes back. */
final class Load implements AutoCloseable {

    private static final long LONGEST_MICROS = 120_000_000;
    private static final long PAUSE_MILLIS = 100;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client = vertx.createHttpClient(new HttpClientOptions()
            .setMaxPoolSize(4_000)
            .setKeepAliveTimeout(60)
            .setConnectTimeout(10_000));
    private final Random chance = new Random(11);

    /** Each of so many callers asks anew as soon as he is answered, or a moment after he was turned away. */
    Result closed(Target target, int callers, double seconds) {
        return run(new Run(target, seconds), run -> {
            for (int i = 0; i < callers; i++) {
                run.again();
            }
        });
    }

    /** Requests come by chance, so many a second on average, whatever becomes of those before. */
    Result open(Target target, double rate, double seconds) {
        return run(new Run(target, seconds), run -> run.pace(rate));
    }

    private Result run(Run run, java.util.function.Consumer<Run> start) {
        vertx.runOnContext(now -> {
            run.began = System.nanoTime();
            run.due = run.began;
            start.accept(run);
        });
        return run.over.join();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private final class Run {
        private final Target target;
        private final long nanos;
        private final Histogram good = new Histogram(LONGEST_MICROS, 3);
        private final Histogram shed = new Histogram(LONGEST_MICROS, 3);
        private final CompletableFuture<Result> over = new CompletableFuture<>();
        private long failed;
        private long began;
        private long due;
        private int sent;
        private int underWay;
        private boolean ended;

        Run(Target target, double seconds) {
            this.target = target;
            this.nanos = (long) (seconds * 1e9);
        }

        void again() {
            if (System.nanoTime() - began < nanos) {
                send(System.nanoTime(), this::again, () -> vertx.setTimer(PAUSE_MILLIS, timer -> again()));
            } else {
                ended = true;
                finish();
            }
        }

        void pace(double rate) {
            vertx.setPeriodic(1, timer -> {
                long now = System.nanoTime();
                while (due <= now && due - began < nanos) {
                    send(due, () -> {}, () -> {});
                    due += (long) (-Math.log(1 - chance.nextDouble()) * 1e9 / rate);
                }
                if (due - began >= nanos) {
                    vertx.cancelTimer(timer);
                    ended = true;
                    finish();
                }
            });
        }

        private void send(long dueAt, Runnable then, Runnable whenTurnedAway) {
            int number = sent++;
            underWay++;
            client.request(
                            HttpMethod.valueOf(target.method()),
                            target.port(),
                            "127.0.0.1",
                            target.path().apply(number))
                    .compose(request -> whole(request, number))
                    .onComplete(answer -> {
                        long micros = Math.min(LONGEST_MICROS, (System.nanoTime() - dueAt) / 1_000);
                        if (answer.failed()) {
                            failed++;
                        } else if (answer.result() == 200) {
                            good.recordValue(micros);
                        } else if (answer.result() == 503) {
                            shed.recordValue(micros);
                        } else {
                            failed++;
                        }
                        underWay--;
                        (answer.succeeded() && answer.result() == 503 ? whenTurnedAway : then).run();
                        finish();
                    });
        }

        private io.vertx.core.Future<Integer> whole(HttpClientRequest request, int number) {
            request.putHeader("Authorization", "Bearer " + System.getProperty("demarche.key", Suite.token()));
            java.util.function.IntFunction<String> body = target.body();
            io.vertx.core.Future<io.vertx.core.http.HttpClientResponse> sentOff = body == null
                    ? request.send()
                    : request.putHeader("Content-Type", "application/json").send(Buffer.buffer(body.apply(number)));
            return sentOff.compose(response -> response.body().map(read -> response.statusCode()));
        }

        private void finish() {
            if (ended && underWay == 0) {
                over.complete(new Result(nanos / 1e9, good, shed, failed));
            }
        }
    }
}
