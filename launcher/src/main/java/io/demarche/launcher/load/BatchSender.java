package io.demarche.launcher.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends articles some hundred a call, two calls at a time, so that no more than these are in memory. What is not answered
 * is sent again: nothing is stored twice.
 */
final class BatchSender implements Sink, AutoCloseable {

    private static final int ITEMS = 500;
    private static final int BYTES = 4 * 1024 * 1024;
    private static final int CALLS = 2;
    private static final int TRIES = 10;
    private static final int LONGEST_PAUSE_SECONDS = 30;

    private final BatchApi api;
    private final Tally tally;
    private final Progress progress;
    private final Pause pause;
    private final ExecutorService calls = Executors.newFixedThreadPool(CALLS);
    private final Semaphore free = new Semaphore(CALLS);
    private final AtomicReference<@Nullable Unsendable> over = new AtomicReference<>();
    private List<Item> open = new ArrayList<>();
    private long openBytes;
    private long found;

    /** Waits. */
    interface Pause {
        void seconds(int seconds) throws InterruptedException;
    }

    BatchSender(BatchApi api, Tally tally, Progress progress, Pause pause) {
        this.api = api;
        this.tally = tally;
        this.progress = progress;
        this.pause = pause;
    }

    @Override
    public void send(String place, byte[] json) throws IOException, InterruptedException {
        Item item = new Item(found++, place, json);
        open.add(item);
        openBytes += item.size();
        if (open.size() >= ITEMS || openBytes >= BYTES) {
            flush();
        }
    }

    @Override
    public void refuse(String place, String why) {
        tally.refused(found++, place, why);
    }

    @Override
    public void read(long bytes) {
        progress.read(bytes);
    }

    /** Sends the rest and waits for all answers. */
    void finish() throws IOException, InterruptedException {
        flush();
        free.acquire(CALLS);
        free.release(CALLS);
        stopIfOver();
    }

    @Override
    public void close() {
        calls.shutdownNow();
        try {
            calls.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void flush() throws IOException, InterruptedException {
        stopIfOver();
        if (open.isEmpty()) {
            return;
        }
        List<Item> items = open;
        open = new ArrayList<>();
        openBytes = 0;
        free.acquire();
        calls.execute(() -> {
            try {
                deliver(items);
            } catch (Unsendable e) {
                over.compareAndSet(null, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException unforeseen) {
                over.compareAndSet(null, new Unsendable("something went wrong here: " + unforeseen));
            } finally {
                free.release();
            }
        });
    }

    private void stopIfOver() throws Unsendable {
        Unsendable why = over.get();
        if (why != null) {
            throw why;
        }
    }

    /** Sends until each has its answer. */
    private void deliver(List<Item> items) throws Unsendable, InterruptedException {
        List<Item> left = items;
        int failures = 0;
        while (!left.isEmpty() && over.get() == null) {
            int wait;
            List<Item> again = left;
            try {
                BatchApi.Outcome outcome = api.send(left);
                Judged judged = judge(left, outcome.answers());
                again = judged.again();
                wait = Math.max(outcome.pauseSeconds(), judged.pauseSeconds());
                failures = again.size() < left.size() || wait > 0 ? 0 : failures + 1;
            } catch (Unsendable e) {
                throw e;
            } catch (IOException e) {
                failures++;
                wait = Math.min(LONGEST_PAUSE_SECONDS, failures);
            }
            if (failures >= TRIES) {
                throw new Unsendable("the gateway does not answer");
            }
            left = again;
            if (!left.isEmpty() && wait > 0) {
                progress.say("waiting " + wait + " s until the gateway takes more");
                pause.seconds(wait);
            }
        }
    }

    private record Judged(List<Item> again, int pauseSeconds) {}

    private Judged judge(List<Item> items, List<JsonNode> answers) {
        int pauseSeconds = 0;
        List<Item> again = new ArrayList<>();
        boolean[] answered = new boolean[items.size()];
        for (JsonNode answer : answers) {
            int index = answer.path("line").asInt(0) - 1;
            if (index < 0 || index >= answered.length || answered[index]) {
                continue;
            }
            int status = answer.path("problem").path("status").asInt(0);
            if (status == 503 || status == 429) {
                pauseSeconds = Math.max(pauseSeconds, answer.path("retryAfter").asInt(1));
                continue;
            }
            answered[index] = true;
            count(items.get(index), answer);
        }
        for (int i = 0; i < answered.length; i++) {
            if (!answered[i]) {
                again.add(items.get(i));
            }
        }
        return new Judged(again, pauseSeconds);
    }

    private void count(Item item, JsonNode answer) {
        if (answer.hasNonNull("id")) {
            if (answer.path("duplicate").asBoolean()) {
                tally.known();
            } else {
                tally.stored();
            }
        } else {
            tally.refused(
                    item.order(),
                    item.place(),
                    answer.path("problem").path("detail").asText("no reason was given"));
        }
    }
}
