/** A PostgreSQL of a service's own. */
@NullMarked
package io.demarche.embedded;

import org.jspecify.annotations.NullMarked;
