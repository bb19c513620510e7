package io.demarche.ingest.article;

import io.demarche.ingest.work.WorkState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An article as readers see it: a row of a view over the article and what became of it. Written by SQL alone. */
@Entity
@Immutable
@Table(name = "article_overview")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ArticleEntity {

    @Id
    UUID id;

    @Column(name = "content_hash")
    String contentHash;

    @Nullable
    String url;

    @Nullable
    String source;

    @Nullable
    String title;

    @Nullable
    String byline;

    @Column(name = "published_at")
    @Nullable
    Instant publishedAt;

    @Nullable
    String language;

    String text;

    /** JSON. */
    String dropped;

    @Column(name = "created_at")
    Instant createdAt;

    @Enumerated(EnumType.STRING)
    WorkState state;

    int attempts;

    @Column(name = "analysed_at")
    @Nullable
    Instant analysedAt;

    @Column(name = "failure_reason")
    @Nullable
    String failureReason;

    @Column(name = "story_id")
    UUID storyId;

    @Column(name = "failed_at")
    @Nullable
    Instant failedAt;
}
