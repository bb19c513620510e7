/** Internal: sentences, tokens and their tags. Offsets in this package count UTF-16 units. */
@NullMarked
package io.demarche.engine.text;

import org.jspecify.annotations.NullMarked;
