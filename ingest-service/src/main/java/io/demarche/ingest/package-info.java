/** The ingest-service: owns articles and work. */
@NullMarked
package io.demarche.ingest;

import org.jspecify.annotations.NullMarked;
