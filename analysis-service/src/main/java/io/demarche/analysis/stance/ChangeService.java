package io.demarche.analysis.stance;

import io.demarche.analysis.stance.ChangeRepository.Horizon;
import io.demarche.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells what has changed since a position, without gap and in an order that never changes behind a position that was
 * given out (docs/adr/0012). Of an article that changed more than once only the last change is told, in its place.
 */
@ApplicationScoped
public class ChangeService {

    /** Articles that are looked at for one page. */
    private static final int ARTICLES = 500;
    /** Stances after which a page is full; the article that they end with is told as a whole. */
    private static final int STANCES = 1_000;

    private final ChangeRepository changes;
    private final StanceRepository stances;

    ChangeService(ChangeRepository changes, StanceRepository stances) {
        this.changes = changes;
        this.stances = stances;
    }

    /**
     * Reads on.
     *
     * @param after a position; null for no changes but the position of now
     * @param filter which stances are told; of the ends of stances, those of its articles are, when it names any
     * @throws ProblemException 400 on {@code after} when it cannot be read on from there
     */
    public Uni<ChangePage> read(@Nullable String after, StanceFilter filter) {
        ChangePosition from = after == null ? null : ChangePosition.parse(after);
        return changes.horizon().flatMap(horizon -> {
            if (from == null) {
                return Uni.createFrom().item(new ChangePage(List.of(), end(horizon), false));
            }
            require(from, horizon);
            return changes.changes(from, horizon, ARTICLES).flatMap(found -> page(from, horizon, found, filter));
        });
    }

    private static void require(ChangePosition from, Horizon horizon) {
        if (from.database() != horizon.database() || from.transaction() >= horizon.transaction()) {
            throw ProblemException.badRequest("after", "is a position of another database; begin without one");
        }
        if (from.transaction() < horizon.forgotten()) {
            throw ProblemException.badRequest("after", "is too old, removals since are forgotten; begin without one");
        }
    }

    private static String end(Horizon horizon) {
        return ChangePosition.after(horizon.database(), horizon.transaction() - 1)
                .text();
    }

    private Uni<ChangePage> page(ChangePosition from, Horizon horizon, List<ArticleChange> found, StanceFilter filter) {
        List<ArticleChange> shown = new ArrayList<>();
        int rows = 0;
        for (ArticleChange change : found) {
            if (rows >= STANCES) {
                break;
            }
            shown.add(change);
            rows += change.stances();
        }
        boolean more = shown.size() < found.size() || found.size() == ARTICLES;
        String next = more ? end(horizon, shown.get(shown.size() - 1)) : end(horizon);
        shown.removeIf(
                change -> !filter.articles().isEmpty() && !filter.articles().contains(change.articleId()));
        return stancesOf(shown, filter).map(byArticle -> {
            List<ChangeView> items = new ArrayList<>();
            for (ArticleChange change : shown) {
                List<StanceEntity> own = byArticle.getOrDefault(change.articleId(), List.of());
                items.addAll(events(from, horizon, change, own));
            }
            return new ChangePage(items, next, more);
        });
    }

    private static String end(Horizon horizon, ArticleChange last) {
        return ChangePosition.after(horizon.database(), last.transaction(), last.articleId())
                .text();
    }

    private Uni<Map<UUID, List<StanceEntity>>> stancesOf(List<ArticleChange> shown, StanceFilter filter) {
        Set<UUID> articles = new HashSet<>();
        shown.stream().filter(change -> change.stances() > 0).forEach(change -> articles.add(change.articleId()));
        if (articles.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.withSession(() -> stances.all(filter.of(articles)))
                .map(rows -> rows.stream().collect(Collectors.groupingBy(row -> row.articleId)));
    }

    private static List<ChangeView> events(
            ChangePosition from, Horizon horizon, ArticleChange change, List<StanceEntity> rows) {
        List<ChangeView> events = new ArrayList<>();
        if (change.removed()) {
            events.add(new ChangeView(position(horizon, change, 0), change.articleId(), null));
        }
        rows.stream()
                // Analysed anew after the list of changes was read: they will be told in their new place.
                .filter(row -> row.analysedAt.equals(change.analysedAt()))
                .sorted(Comparator.comparingInt(row -> row.ordinal))
                .forEach(row -> events.add(new ChangeView(
                        position(horizon, change, row.ordinal + 1), row.articleId, StanceMapper.toStored(row))));
        // The article of the position itself may have been told in part.
        String start = from.text();
        events.removeIf(event -> event.position().compareTo(start) <= 0);
        return events;
    }

    private static String position(Horizon horizon, ArticleChange change, int place) {
        return new ChangePosition(horizon.database(), change.transaction(), change.articleId(), place).text();
    }
}
