/** Internal: who says what. */
@NullMarked
package io.demarche.engine.quote;

import org.jspecify.annotations.NullMarked;
