/** Internal: which texts are in a language that the engine does not read. */
@NullMarked
package io.demarche.engine.language;

import org.jspecify.annotations.NullMarked;
