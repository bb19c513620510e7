/** What this replica is doing. */
@NullMarked
package io.demarche.analysis.status;

import org.jspecify.annotations.NullMarked;
