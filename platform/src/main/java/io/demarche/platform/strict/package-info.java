/** Input is what it should be, or it is refused: unknown fields and parameters, coercions, broken UTF-8. */
@NullMarked
package io.demarche.platform.strict;

import org.jspecify.annotations.NullMarked;
