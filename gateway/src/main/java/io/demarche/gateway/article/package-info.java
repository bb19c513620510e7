/** Articles: what was handed in and what became of it; the ingest service owns them. */
@NullMarked
package io.demarche.gateway.article;

import org.jspecify.annotations.NullMarked;
