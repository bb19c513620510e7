/** How much the gateway adds, and how it bears more than it can do. */
@NullMarked
package io.demarche.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
