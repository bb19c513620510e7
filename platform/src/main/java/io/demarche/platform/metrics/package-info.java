/** What the metrics of every service have in common. */
@NullMarked
package io.demarche.platform.metrics;

import org.jspecify.annotations.NullMarked;
