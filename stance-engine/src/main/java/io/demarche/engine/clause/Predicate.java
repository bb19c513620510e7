package io.demarche.engine.clause;

import org.jspecify.annotations.Nullable;

/**
 * A verb group and what hangs on it.
 *
 * @param index position among the sentence's predicates
 * @param from first token of the group, auxiliaries included
 * @param to token after its last
 * @param head the full verb, or the copula
 * @param form how it stands
 * @param passive whether the subject undergoes it
 * @param negated whether it stands under "not", "never" and the like
 * @param modal its modal verb, or null
 * @param subjectFrom first token of the stretch in which its subject stands; equal to {@code subjectTo} when it has none of
 *     its own
 * @param subjectTo token after that stretch
 * @param governor predicate whose subject it shares or whose object is its subject; -1 when none
 * @param objectControl whether its subject is the governor's object ("urged Kyiv to talk")
 * @param end token after the stretch in which its objects stand
 * @param marker word that opens its clause, such as "if" or "that"; null when none does
 */
public record Predicate(
        int index,
        int from,
        int to,
        int head,
        Form form,
        boolean passive,
        boolean negated,
        @Nullable String modal,
        int subjectFrom,
        int subjectTo,
        int governor,
        boolean objectControl,
        int end,
        @Nullable String marker) {
    /** How a predicate stands. */
    public enum Form {
        FINITE,
        INFINITIVE,
        GERUND,
        PARTICIPLE
    }

    public boolean hasSubject() {
        return subjectTo > subjectFrom;
    }
}
