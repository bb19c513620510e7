/** How much is let in at once; what is too much is told so at the door. */
@NullMarked
package io.demarche.gateway.load;

import org.jspecify.annotations.NullMarked;
