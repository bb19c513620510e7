package io.demarche.ingest.duplicate;

import io.demarche.ingest.duplicate.CopyRepository.Pair;
import io.demarche.ingest.storage.Storage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jboss.logging.Logger;

/**
 * Groups copies into stories.
 *
 * <p>An article is stored as a story of its own and sorted in right afterwards, when every copy that was stored at the
 * same time can be seen: of two that arrive at once the later finds the earlier. What a stop interrupts is made up for
 * by {@link #settleLeftOver}.
 */
@Singleton
public class CopyService {

    private static final Logger LOG = Logger.getLogger(CopyService.class);

    private final CopyRepository repository;
    private final Vertx vertx;

    CopyService(Storage storage, Vertx vertx) {
        this.repository = new CopyRepository(storage);
        this.vertx = vertx;
    }

    /**
     * What copies of a text are found by. Takes about 0.1 ms for a page of text: not for an event loop.
     *
     * @param text clean text
     * @return hashes to be stored beside the article, as the literal of an array; an empty one when the text is too short to
     *     have copies
     */
    public static String bands(String text) {
        return LongStream.of(MinHash.bands(Shingles.of(text)))
                .mapToObj(Long::toString)
                .collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * Sorts new articles into the stories that they are copies of. Never fails: they are stored, and what can't be done
     * now is done later.
     *
     * @param articles ids of stored articles
     */
    public Uni<Void> settle(List<UUID> articles) {
        if (articles.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return repository
                .neighbours(articles)
                .flatMap(this::copies)
                .flatMap(copies -> repository.merge(articles, copies))
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "%d articles are sorted into stories later", articles.size()))
                .onFailure()
                .recoverWithNull();
    }

    /** Sorts in what an earlier run left. */
    public Uni<Void> settleLeftOver() {
        return repository.leftOver().flatMap(this::settle);
    }

    private Uni<List<Pair>> copies(List<Pair> pairs) {
        return pairs.isEmpty()
                ? Uni.createFrom().item(List.of())
                : repository
                        .texts(pairs)
                        // Comparing takes longer than an event loop may be held.
                        .flatMap(texts -> vertx.executeBlocking(() -> compare(pairs, texts), false));
    }

    private static List<Pair> compare(List<Pair> pairs, Map<UUID, String> texts) {
        Map<UUID, long[]> shingles = new HashMap<>();
        texts.forEach((id, text) -> shingles.put(id, Shingles.of(text)));
        long[] gone = {};
        return pairs.stream()
                .filter(pair -> CopyRules.areCopies(
                        shingles.getOrDefault(pair.article(), gone), shingles.getOrDefault(pair.other(), gone)))
                .toList();
    }
}
