package io.demarche.analysis.stance;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code stance}. Never updated: the stances of an article are replaced as a whole. */
@Entity
@Immutable
@Table(name = "stance")
@NullUnmarked
class StanceEntity {
    @Id
    UUID id;

    @Column(name = "article_id")
    UUID articleId;

    int ordinal;

    /** When it was published, or else analysed. */
    Instant at;

    String url;
    String source;
    String title;

    @Column(name = "published_at")
    Instant publishedAt;

    @Column(name = "analysed_at")
    Instant analysedAt;

    @Column(name = "engine_version")
    String engineVersion;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "holder_id"))
    @AttributeOverride(name = "kind", column = @Column(name = "holder_kind"))
    @AttributeOverride(name = "name", column = @Column(name = "holder_name"))
    @AttributeOverride(name = "path", column = @Column(name = "holder_path"))
    @AttributeOverride(name = "start", column = @Column(name = "holder_start"))
    @AttributeOverride(name = "end", column = @Column(name = "holder_end"))
    EntityColumns holder;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "target_id"))
    @AttributeOverride(name = "kind", column = @Column(name = "target_kind"))
    @AttributeOverride(name = "name", column = @Column(name = "target_name"))
    @AttributeOverride(name = "path", column = @Column(name = "target_path"))
    @AttributeOverride(name = "start", column = @Column(name = "target_start"))
    @AttributeOverride(name = "end", column = @Column(name = "target_end"))
    EntityColumns target;

    String polarity;
    double score;
    double confidence;
    String[] manner;
    String act;

    @Column(name = "attribution_kind")
    String attributionKind;

    /** Null when the outlet speaks. */
    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "speaker_id"))
    @AttributeOverride(name = "kind", column = @Column(name = "speaker_kind"))
    @AttributeOverride(name = "name", column = @Column(name = "speaker_name"))
    @AttributeOverride(name = "path", column = @Column(name = "speaker_path"))
    @AttributeOverride(name = "start", column = @Column(name = "speaker_start"))
    @AttributeOverride(name = "end", column = @Column(name = "speaker_end"))
    EntityColumns speaker;

    boolean quoted;

    /** Outlet that the words were said to or are reported from; null when the text names none. */
    String medium;

    @Column(name = "sentence_start")
    int sentenceStart;

    @Column(name = "sentence_end")
    int sentenceEnd;

    @Column(name = "sentence_text")
    String sentenceText;

    @Column(name = "cue_start")
    int cueStart;

    @Column(name = "cue_end")
    int cueEnd;

    @Column(name = "condition_start")
    Integer conditionStart;

    @Column(name = "condition_end")
    Integer conditionEnd;
}
