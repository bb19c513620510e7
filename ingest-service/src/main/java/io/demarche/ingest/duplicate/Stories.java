package io.demarche.ingest.duplicate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which stories become one. */
final class Stories {

    private final Map<UUID, UUID> older = new HashMap<>();

    private Stories() {}

    /**
     * Joins the stories of copies; the oldest one's id stays.
     *
     * @param stories the story of each article that still exists
     * @param copies pairs of articles
     * @return for each story that ends, the one that it becomes
     */
    static Map<UUID, UUID> merged(Map<UUID, UUID> stories, List<CopyRepository.Pair> copies) {
        Stories joined = new Stories();
        for (CopyRepository.Pair pair : copies) {
            UUID one = stories.get(pair.article());
            UUID other = stories.get(pair.other());
            if (one != null && other != null) {
                joined.join(joined.root(one), joined.root(other));
            }
        }
        Map<UUID, UUID> changes = new HashMap<>();
        joined.older.keySet().forEach(story -> changes.put(story, joined.root(story)));
        return changes;
    }

    private void join(UUID one, UUID other) {
        // UUIDv7 in their text's order, which is the order of time; compareTo takes the halves as signed numbers.
        int order = one.toString().compareTo(other.toString());
        if (order != 0) {
            older.put(order < 0 ? other : one, order < 0 ? one : other);
        }
    }

    private UUID root(UUID story) {
        UUID root = story;
        for (UUID next = older.get(root); next != null; next = older.get(root)) {
            root = next;
        }
        return root;
    }
}
