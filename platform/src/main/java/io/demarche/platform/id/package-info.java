/** Time-ordered identifiers. */
@NullMarked
package io.demarche.platform.id;

import org.jspecify.annotations.NullMarked;
