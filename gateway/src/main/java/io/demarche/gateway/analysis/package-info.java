/** Stances of a text, on the spot. */
@NullMarked
package io.demarche.gateway.analysis;

import org.jspecify.annotations.NullMarked;
