/** Keys of callers: how they are made, kept and recognised. */
@NullMarked
package io.demarche.key;

import org.jspecify.annotations.NullMarked;
