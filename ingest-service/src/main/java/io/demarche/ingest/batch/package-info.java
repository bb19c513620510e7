/** Batches: streams of articles, line by line, answered line by line. */
@NullMarked
package io.demarche.ingest.batch;

import org.jspecify.annotations.NullMarked;
