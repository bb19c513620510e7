/** Work: which articles are to be analysed, who is at it, and what became of it. */
@NullMarked
package io.demarche.ingest.work;

import org.jspecify.annotations.NullMarked;
