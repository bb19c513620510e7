package io.demarche.ingest.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.demarche.ingest.duplicate.CopyService;
import io.demarche.ingest.extraction.Characters;
import io.demarche.ingest.extraction.Dropped;
import io.demarche.ingest.extraction.Extraction;
import io.demarche.ingest.extraction.WebAddress;
import io.demarche.platform.id.Uuid7;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between what is sent, what is stored and what is answered. */
final class ArticleMapper {

    private static final TypeReference<List<Dropped>> DROPPED = new TypeReference<>() {};
    private static final ObjectReader READER = new JsonMapper().readerFor(DROPPED);
    private static final ObjectWriter WRITER = new JsonMapper().writerFor(DROPPED);

    private ArticleMapper() {}

    /** An article to store, of what was sent and what was found; what was sent wins. */
    static NewArticle toStore(ArticleRequest request, @Nullable String url, Extraction found, Instant now) {
        String text = found.text();
        String address = url == null ? found.canonicalUrl() : url;
        String source = Characters.line(request.source());
        return new NewArticle(
                Uuid7.next(),
                ContentHash.of(text),
                address,
                source == null ? WebAddress.registrableDomain(address) : source.toLowerCase(Locale.ROOT),
                found.siteName(),
                first(Characters.line(request.title()), found.title()),
                first(Characters.line(request.byline()), found.byline()),
                request.publishedAt() == null ? found.publishedAt() : request.publishedAt(),
                first(request.language(), found.language()),
                text,
                write(found.dropped()),
                CopyService.bands(text),
                now);
    }

    static ArticleResponse toResponse(ArticleEntity entity) {
        return new ArticleResponse(
                entity.id,
                entity.title,
                entity.source,
                entity.url,
                entity.byline,
                entity.publishedAt,
                entity.language,
                entity.state,
                entity.attempts,
                entity.createdAt,
                entity.analysedAt,
                entity.text,
                List.of(entity.text.split(Extraction.PARAGRAPH_BREAK)),
                read(entity.id, entity.dropped),
                entity.contentHash,
                entity.storyId,
                failure(entity));
    }

    private static ArticleResponse.@Nullable Failure failure(ArticleEntity entity) {
        String reason = entity.failureReason;
        Instant at = entity.failedAt;
        return reason == null || at == null ? null : new ArticleResponse.Failure(reason, at);
    }

    private static @Nullable String first(@Nullable String sent, @Nullable String found) {
        return sent == null ? found : sent;
    }

    private static String write(List<Dropped> dropped) {
        try {
            return WRITER.writeValueAsString(dropped);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and names can be written", e);
        }
    }

    private static List<Dropped> read(UUID id, String json) {
        try {
            return READER.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("article " + id + ": dropped pieces cannot be read", e);
        }
    }
}
