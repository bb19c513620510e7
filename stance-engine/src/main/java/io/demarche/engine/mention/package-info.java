/** Internal: who and what a sentence speaks of. */
@NullMarked
package io.demarche.engine.mention;

import org.jspecify.annotations.NullMarked;
