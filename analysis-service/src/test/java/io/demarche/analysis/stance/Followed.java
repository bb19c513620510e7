package io.demarche.analysis.stance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.VertxContextSupport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Somebody who follows the changes and keeps a copy of what is stored. */
final class Followed {

    private final ChangeService changes;
    private final Map<UUID, List<UUID>> stances = new LinkedHashMap<>();
    private final List<ChangeView> told = new ArrayList<>();
    private String position;

    /** Begins now. */
    Followed(ChangeService changes) {
        this.changes = changes;
        this.position = read(changes, null, StanceFilter.none()).next();
    }

    static ChangePage read(ChangeService changes, String after, StanceFilter filter) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> changes.read(after, filter));
        } catch (RuntimeException told) {
            throw told;
        } catch (Throwable failure) {
            throw new AssertionError("not read", failure);
        }
    }

    /** Reads all that there is. */
    Followed catchUp() {
        ChangePage page;
        do {
            page = read(changes, position, StanceFilter.none());
            page.items().forEach(this::take);
            position = page.next();
        } while (page.more());
        return this;
    }

    private void take(ChangeView change) {
        if (!told.isEmpty()) {
            assertThat(change.position())
                    .isGreaterThan(told.get(told.size() - 1).position());
        }
        told.add(change);
        List<UUID> own = stances.computeIfAbsent(change.articleId(), id -> new ArrayList<>());
        if (change.stance() == null) {
            own.clear();
        } else {
            assertThat(own).as("told before").doesNotContain(change.stance().id());
            own.add(change.stance().id());
        }
    }

    String position() {
        return position;
    }

    List<ChangeView> told() {
        return told;
    }

    /** The stances of an article, as far as they were told. */
    List<UUID> of(AnalysedArticle article) {
        return stances.getOrDefault(article.articleId(), List.of());
    }

    /** The stances of an article as the list has them. */
    static List<UUID> listed(StanceService service, AnalysedArticle article) {
        return Store.page(service, StanceFilter.none().of(Set.of(article.articleId()))).items().stream()
                .map(StoredStance::id)
                .toList();
    }
}
