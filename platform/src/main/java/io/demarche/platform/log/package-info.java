/** How the log is written. */
@NullMarked
package io.demarche.platform.log;

import org.jspecify.annotations.NullMarked;
