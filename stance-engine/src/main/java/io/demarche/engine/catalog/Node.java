package io.demarche.engine.catalog;

import java.util.List;

/**
 * An actor or an issue.
 *
 * @param id slug
 * @param name display name
 * @param kind what it is
 * @param code short slug that relation ids are made of; the id when there is none
 * @param parents what it belongs to
 */
public record Node(String id, String name, Kind kind, String code, List<String> parents) {
    /** Kinds of actor, and issue. */
    public enum Kind {
        STATE,
        GOVERNMENT,
        LEADER,
        OFFICIAL,
        PARTY,
        BLOC,
        GROUP,
        ISSUE;

        /** Whether it is one person. */
        public boolean person() {
            return this == LEADER || this == OFFICIAL;
        }

        /** Whether it can hold a position. */
        public boolean actor() {
            return this != ISSUE;
        }
    }

    public Node {
        parents = List.copyOf(parents);
    }
}
