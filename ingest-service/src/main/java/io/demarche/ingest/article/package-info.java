/** Articles: accepted, stored once each, listed and read. */
@NullMarked
package io.demarche.ingest.article;

import org.jspecify.annotations.NullMarked;
