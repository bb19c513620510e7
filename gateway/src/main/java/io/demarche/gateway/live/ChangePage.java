package io.demarche.gateway.live;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * Changes, as the analysis service tells them.
 *
 * @param items oldest first
 * @param next position from which to read on
 * @param more whether there is more to read at once
 */
@RegisterForReflection
record ChangePage(List<Change> items, String next, boolean more) {}
