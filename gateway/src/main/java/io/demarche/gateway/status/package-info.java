/** How the whole installation is doing. */
@NullMarked
package io.demarche.gateway.status;

import org.jspecify.annotations.NullMarked;
