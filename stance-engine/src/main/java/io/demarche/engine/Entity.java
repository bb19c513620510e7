package io.demarche.engine;

import java.util.List;

/**
 * A holder or a target, where it stands in the text.
 *
 * @param id catalog id, the id of a requested mention, or an id made on the spot ({@code us-russia-relations})
 * @param kind what it is
 * @param name display name
 * @param memberOf ids of all ancestors, nearest first
 * @param start first code point of the mention that the stance rests on
 * @param end code point after the mention's last
 */
public record Entity(String id, EntityKind kind, String name, List<String> memberOf, int start, int end) {
    public Entity {
        memberOf = List.copyOf(memberOf);
    }
}
