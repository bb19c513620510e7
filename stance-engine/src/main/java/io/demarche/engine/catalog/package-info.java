/** Internal: actors, issues and the names they go by. */
@NullMarked
package io.demarche.engine.catalog;

import org.jspecify.annotations.NullMarked;
