/** Which request a line of the log, a call or a problem belongs to, through all services: W3C Trace Context. */
@NullMarked
package io.demarche.platform.trace;

import org.jspecify.annotations.NullMarked;
