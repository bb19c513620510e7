/** The suite as a client sees it: packaged services, started as processes. */
@NullMarked
package io.demarche.endtoend;

import org.jspecify.annotations.NullMarked;
