/** How long a caller waits, told from service to service. */
@NullMarked
package io.demarche.platform.deadline;

import org.jspecify.annotations.NullMarked;
