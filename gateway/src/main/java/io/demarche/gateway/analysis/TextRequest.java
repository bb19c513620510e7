package io.demarche.gateway.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the analysis service is asked: it knows texts, and no pages.
 *
 * @param text the text
 * @param title headline
 * @param publishedAt when it came out
 * @param speaker name of whoever says "I" and "we"
 * @param mentions when there are any, stances are scored between exactly these spans
 * @param catalog names for this call
 * @param onlyCatalog whether they replace the built-in catalog
 * @param language BCP 47 tag of the text's language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record TextRequest(
        String text,
        @Nullable String title,
        @Nullable Instant publishedAt,
        @Nullable String speaker,
        @Nullable List<MentionRequest> mentions,
        @Nullable CatalogRequest catalog,
        @Nullable Boolean onlyCatalog,
        @Nullable String language) {}
