package io.demarche.ingest.article;

import io.demarche.ingest.article.ArticleRepository.Stored;
import io.demarche.ingest.duplicate.CopyService;
import io.demarche.ingest.extraction.ExtractionService;
import io.demarche.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Accepts many articles with a few statements. */
@Singleton
public class ArticleBatchService {

    private final LinePreparation preparation;
    private final ExtractionService extractions;
    private final CopyService copies;
    private final ArticleRepository repository;

    ArticleBatchService(
            LinePreparation preparation,
            ExtractionService extractions,
            CopyService copies,
            ArticleRepository repository) {
        this.preparation = preparation;
        this.extractions = extractions;
        this.copies = copies;
        this.repository = repository;
    }

    /** Lines that wait to be stored; what is wrong with some of them is known. */
    public static final class Prepared {

        private final List<PreparedLine> lines;

        private Prepared(List<PreparedLine> lines) {
            this.lines = lines;
        }
    }

    /** Reads and extracts, without the database. */
    public Uni<Prepared> prepare(List<ArticleLine> lines) {
        return extractions.extractMany(extractor -> new Prepared(
                lines.stream().map(line -> preparation.prepare(line, extractor)).toList()));
    }

    /**
     * Stores what was prepared, all of it or nothing.
     *
     * @return what became of each line, in their order; a 503 when nothing can be stored at the moment
     */
    public Uni<List<LineReceipt>> store(Prepared prepared) {
        return store(prepared.lines);
    }

    /** What lines are told that are not taken now, with which nothing needs to be wrong. */
    public List<LineReceipt> refuse(List<ArticleLine> lines, ProblemException why) {
        return lines.stream()
                .map(line -> LineReceipt.refused(line.number(), why))
                .toList();
    }

    private Uni<List<LineReceipt>> store(List<PreparedLine> lines) {
        Map<String, NewArticle> byHash = new LinkedHashMap<>();
        for (PreparedLine line : lines) {
            if (line.accepted() != null) {
                byHash.putIfAbsent(line.accepted().contentHash(), line.accepted());
            }
        }
        if (byHash.isEmpty()) {
            return Uni.createFrom().item(receipts(lines, Map.of()));
        }
        return repository
                .store(List.copyOf(byHash.values()))
                .call(stored -> copies.settle(stored.values().stream()
                        .filter(Stored::created)
                        .map(Stored::id)
                        .toList()))
                .map(stored -> receipts(lines, stored))
                .onFailure(failure -> !(failure instanceof ProblemException))
                .recoverWithUni(failure -> apart(lines, failure));
    }

    /** One article that the database will not have must not cost the others: halves, until it stands alone. */
    private Uni<List<LineReceipt>> apart(List<PreparedLine> lines, Throwable failure) {
        if (lines.size() == 1) {
            return Uni.createFrom()
                    .item(List.of(LinePreparation.failed(lines.get(0).number(), failure)));
        }
        int middle = lines.size() / 2;
        return store(lines.subList(0, middle))
                .flatMap(first -> store(lines.subList(middle, lines.size())).map(second -> {
                    List<LineReceipt> both = new ArrayList<>(first);
                    both.addAll(second);
                    return both;
                }));
    }

    private static List<LineReceipt> receipts(List<PreparedLine> lines, Map<String, Stored> stored) {
        List<LineReceipt> receipts = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (PreparedLine line : lines) {
            if (line.accepted() == null) {
                receipts.add(Objects.requireNonNull(line.refused()));
                continue;
            }
            String hash = line.accepted().contentHash();
            Stored article = Objects.requireNonNull(stored.get(hash));
            boolean first = told.add(hash);
            boolean duplicate = !first || !article.created();
            receipts.add(LineReceipt.stored(line.number(), article.id(), article.state(), duplicate));
        }
        return receipts;
    }
}
