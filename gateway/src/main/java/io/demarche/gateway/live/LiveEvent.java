package io.demarche.gateway.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event, written once for all clients.
 *
 * @param position its place in the order of changes, and its id
 * @param articleId the article
 * @param stance what filters ask for; null for the end of an article's stances
 * @param frame as it goes out
 */
record LiveEvent(String position, UUID articleId, @Nullable Keys stance, Buffer frame) {

    /** What filters ask for; of a holder and a target all that it belongs to. */
    record Keys(
            List<String> holder,
            List<String> target,
            String polarity,
            List<String> manner,
            @Nullable String act,
            String attribution,
            @Nullable String source,
            Instant at,
            double confidence) {

        private static Keys of(JsonNode stance) {
            return new Keys(
                    path(stance.path("holder")),
                    path(stance.path("target")),
                    stance.path("polarity").asText(),
                    texts(stance.path("manner")),
                    text(stance.path("act")),
                    stance.path("attribution").path("kind").asText(),
                    text(stance.path("source")),
                    Instant.parse(stance.path(stance.hasNonNull("publishedAt") ? "publishedAt" : "analysedAt")
                            .asText()),
                    stance.path("confidence").asDouble());
        }

        private static List<String> path(JsonNode entity) {
            List<String> path = texts(entity.path("memberOf"));
            path.add(entity.path("id").asText());
            return path;
        }

        private static List<String> texts(JsonNode array) {
            List<String> texts = new ArrayList<>();
            array.forEach(one -> texts.add(one.asText()));
            return texts;
        }

        private static @Nullable String text(JsonNode value) {
            return value.isTextual() ? value.asText() : null;
        }
    }

    static LiveEvent of(Change change) {
        JsonNode stance = change.stance();
        boolean end = stance == null || stance.isNull();
        String data = end ? "{\"articleId\":\"" + change.articleId() + "\"}" : stance.toString();
        return new LiveEvent(
                change.position(),
                change.articleId(),
                end ? null : Keys.of(stance),
                Buffer.buffer("event: " + (end ? "removal" : "stance") + "\nid: " + change.position() + "\ndata: "
                        + data + "\n\n"));
    }
}
