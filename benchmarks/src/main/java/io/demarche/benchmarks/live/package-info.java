/** What a live stream costs the gateway. */
@NullMarked
package io.demarche.benchmarks.live;

import org.jspecify.annotations.NullMarked;
