package io.demarche.gateway.article;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an article has come. */
@Schema(
        description = "`PENDING`: waits to be analysed; `LEASED`: being analysed; `ANALYSED`: its stances can be read; "
                + "`FAILED`: given up, with the reason.")
public enum ArticleState {
    /** Waits to be analysed. */
    PENDING,
    /** Being analysed. */
    LEASED,
    /** Its stances can be read. */
    ANALYSED,
    /** Given up, with the reason. */
    FAILED;

    /** Whether it stays so unless somebody does something. */
    boolean isFinal() {
        return this == ANALYSED || this == FAILED;
    }
}
