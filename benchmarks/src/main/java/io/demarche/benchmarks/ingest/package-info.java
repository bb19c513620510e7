/** How many articles a second the ingest-service accepts. */
@NullMarked
package io.demarche.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
