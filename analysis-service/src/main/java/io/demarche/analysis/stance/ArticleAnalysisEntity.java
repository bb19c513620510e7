package io.demarche.analysis.stance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code article_analysis}. Read only here: it is written by one upsert, see {@link StanceRepository}. */
@Entity
@Immutable
@Table(name = "article_analysis")
@NullUnmarked
class ArticleAnalysisEntity {
    @Id
    @Column(name = "article_id")
    UUID articleId;

    @Column(name = "content_hash")
    String contentHash;

    @Column(name = "engine_version")
    String engineVersion;

    @Column(name = "engine_model")
    String engineModel;

    @Column(name = "leased_at")
    Instant leasedAt;

    @Column(name = "analysed_at")
    Instant analysedAt;

    @Column(name = "stance_count")
    int stanceCount;
}
