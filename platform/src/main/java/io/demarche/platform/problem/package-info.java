/** One shape for every error of every service: RFC 9457 problem details. */
@NullMarked
package io.demarche.platform.problem;

import org.jspecify.annotations.NullMarked;
