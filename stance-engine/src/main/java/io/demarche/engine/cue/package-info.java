/** Internal: the words that take a position. */
@NullMarked
package io.demarche.engine.cue;

import org.jspecify.annotations.NullMarked;
