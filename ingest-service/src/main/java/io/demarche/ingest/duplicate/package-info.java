/** Finds copies of one text under several roofs: syndicated, shortened, lightly edited. */
@NullMarked
package io.demarche.ingest.duplicate;

import org.jspecify.annotations.NullMarked;
