package io.demarche.analysis.analyse;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to analyse.
 *
 * @param text the text
 * @param title its headline
 * @param publishedAt when it came out: RFC 3339, or a date
 * @param speaker who says "I" and "we" in it
 * @param mentions when there are any, stances are scored between exactly these spans
 * @param catalog names of the caller's own
 * @param onlyCatalog whether these replace the built-in ones
 * @param language its language as a BCP 47 tag; told from the text when missing
 */
@Schema(name = "AnalyseRequest", description = "What to analyse. Offsets count Unicode code points of `text`.")
public record AnalyseRequest(
        @Nullable
                @Schema(
                        required = true,
                        minLength = 1,
                        maxLength = AnalyseLimits.TEXT,
                        examples = "Moscow welcomed the plan, but Kyiv rejected it.")
                String text,
        @Nullable @Schema(nullable = true, maxLength = AnalyseLimits.TITLE, description = "Its headline.") String title,
        @Nullable
                @Schema(
                        nullable = true,
                        examples = "2024-05-01T12:00:00Z",
                        description = "When it came out: RFC 3339, or a date. Decides who \"the president\" was.")
                String publishedAt,
        @Nullable
                @Schema(
                        nullable = true,
                        maxLength = AnalyseLimits.NAME,
                        description = "Name of whoever says \"I\" and \"we\" in the text.")
                String speaker,
        @Nullable
                @Schema(
                        nullable = true,
                        maxItems = AnalyseLimits.MENTIONS,
                        description = "When there are any, stances are scored between exactly these spans, both ways.")
                List<@Nullable MentionRequest> mentions,
        @Nullable @Schema(nullable = true) CatalogRequest catalog,
        @Nullable
                @Schema(
                        nullable = true,
                        defaultValue = "false",
                        description = "Whether `catalog` replaces the built-in names; otherwise it is added to them.")
                Boolean onlyCatalog,
        @Nullable
                @Schema(
                        nullable = true,
                        maxLength = AnalyseLimits.LANGUAGE,
                        examples = "en",
                        description = "Its language as a BCP 47 tag; told from the text when missing. Only English is "
                                + "read: another has no stances, and a note says so.")
                String language) {}
