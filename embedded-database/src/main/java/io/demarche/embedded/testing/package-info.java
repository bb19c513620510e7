/** A PostgreSQL for tests. */
@NullMarked
package io.demarche.embedded.testing;

import org.jspecify.annotations.NullMarked;
