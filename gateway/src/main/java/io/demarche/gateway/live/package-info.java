/** Stances as they come: one reader of the analysis service's changes, fanned out to any number of event streams. */
@NullMarked
package io.demarche.gateway.live;

import org.jspecify.annotations.NullMarked;
