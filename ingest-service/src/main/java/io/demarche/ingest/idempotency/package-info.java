/** Writes that are done once however often they are sent. */
@NullMarked
package io.demarche.ingest.idempotency;

import org.jspecify.annotations.NullMarked;
