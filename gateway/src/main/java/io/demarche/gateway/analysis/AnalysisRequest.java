package io.demarche.gateway.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A text to analyse.
 *
 * @param text the text; exactly one of this and {@code html}
 * @param html a page, whose article is analysed
 * @param title headline, which helps to tell whom a pronoun means
 * @param publishedAt when it came out; decides who "the president" was
 * @param speaker name of whoever says "I" and "we"
 * @param mentions when there are any, stances are scored between exactly these spans of {@code text}
 * @param catalog names for this call
 * @param onlyCatalog whether they replace the built-in catalog
 * @param language BCP 47 tag of the text's language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A text to analyse: exactly one of `text` and `html`.")
public record AnalysisRequest(
        @Schema(
                        maxLength = 200_000,
                        description = "The text, at most 200,000 characters. Offsets count its Unicode code points.",
                        examples = "Moscow welcomed the plan, but Kyiv rejected it.")
                @Nullable
                String text,
        @Schema(
                        maxLength = 2_000_000,
                        description =
                                "A page, at most 2,000,000 characters. Its article is taken out as by `POST /extractions` "
                                        + "and the paragraphs, joined by two line feeds, are analysed.")
                @Nullable
                String html,
        @Schema(
                        description = "Headline; helps to tell whom a pronoun means, and is not searched for stances. "
                                + "With `html`, by default that of the page.",
                        examples = "Talks resume")
                @Nullable
                String title,
        @Schema(
                        description =
                                "When it came out: decides who “the president” was. With `html`, by default as the page says.",
                        examples = "2026-01-31T12:00:00Z")
                @Nullable
                Instant publishedAt,
        @Schema(description = "Name of whoever says “I” and “we” in the text.", examples = "Dmitry Peskov") @Nullable
                String speaker,
        @Schema(
                        maxItems = 200,
                        description =
                                "Score stances between exactly these spans of `text`, both ways. At most 200; not with `html`.")
                @Nullable
                List<@NotNull @Valid MentionRequest> mentions,
        @Schema(description = "Names of your own for this call.") @Valid @Nullable CatalogRequest catalog,
        @Schema(description = "Use `catalog` instead of the built-in one.", defaultValue = "false") @Nullable
                Boolean onlyCatalog,
        @Schema(
                        maxLength = 35,
                        description =
                                "Language of the text as a BCP 47 tag; told from the text when missing. Only English is "
                                        + "read: another has no stances, and a note says so. With `html`, by default as "
                                        + "the page says.",
                        examples = "en")
                @Nullable
                String language) {

    /** The same for a text; what the request says itself goes before what is known of the page. */
    TextRequest of(
            String article, @Nullable String pageTitle, @Nullable Instant pageDate, @Nullable String pageLanguage) {
        return new TextRequest(
                article,
                title == null ? pageTitle : title,
                publishedAt == null ? pageDate : publishedAt,
                speaker,
                mentions,
                catalog,
                onlyCatalog,
                language == null ? pageLanguage : language);
    }
}
