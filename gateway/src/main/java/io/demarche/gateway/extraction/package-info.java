/** The article out of a web page, on the spot. */
@NullMarked
package io.demarche.gateway.extraction;

import org.jspecify.annotations.NullMarked;
