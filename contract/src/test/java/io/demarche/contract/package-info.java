/** The committed documents of this repository, held to what they must be. */
@NullMarked
package io.demarche.contract;

import org.jspecify.annotations.NullMarked;
