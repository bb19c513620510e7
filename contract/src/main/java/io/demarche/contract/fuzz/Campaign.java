package io.demarche.contract.fuzz;

import io.demarche.contract.document.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends many requests and judges each answer. */
public final class Campaign {

    private static final int LONGEST_SHOWN = 400;

    private final RawHttp http;
    private final AnswerRules rules;

    /** To a server, by the rules of a document. */
    public Campaign(RawHttp http, AnswerRules rules) {
        this.http = http;
        this.rules = rules;
    }

    /**
     * What came of a campaign.
     *
     * @param statuses how often each operation ended in each status, as {@code getArticle 404}; {@code -} for none
     * @param faults each answer that was not as it should be, with its request
     */
    public record Report(Map<String, Integer> statuses, List<String> faults) {

        /** How many were sent. */
        public int sent() {
            return statuses.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * Sends them in the order given, several at a time.
     *
     * @param senders how many at a time
     */
    public Report send(List<Attempt> attempts, int senders) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(senders);
        try {
            List<Future<Judged>> all = new ArrayList<>();
            for (Attempt attempt : attempts) {
                all.add(pool.submit(() -> judge(attempt)));
            }
            Map<String, Integer> statuses = new TreeMap<>();
            List<String> faults = new ArrayList<>();
            for (Future<Judged> one : all) {
                Judged judged = one.get();
                statuses.merge(judged.kind(), 1, Integer::sum);
                judged.faults().forEach(fault -> faults.add(cut(fault) + "\n    to " + judged.request()));
            }
            return new Report(statuses, faults);
        } finally {
            pool.shutdownNow();
        }
    }

    private record Judged(String kind, String request, List<String> faults) {}

    private Judged judge(Attempt attempt) {
        String operation = rules.operation(attempt).map(Operation::id).orElse("-");
        try {
            Reply reply = http.send(attempt);
            return new Judged(operation + " " + reply.status(), attempt.toString(), rules.faults(attempt, reply));
        } catch (IOException failed) {
            return new Judged(operation + " none", attempt.toString(), List.of("no answer: " + failed));
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
