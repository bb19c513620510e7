/** Internal: predicates with their subjects and objects. */
@NullMarked
package io.demarche.engine.clause;

import org.jspecify.annotations.NullMarked;
