/** Stances of stored articles; the analysis service owns them. */
@NullMarked
package io.demarche.gateway.stance;

import org.jspecify.annotations.NullMarked;
