/** Leases articles from ingest, has them analysed and stored, and says so. */
@NullMarked
package io.demarche.analysis.worker;

import org.jspecify.annotations.NullMarked;
