/** What an article costs each service and each database, and how many of them share one backlog. */
@NullMarked
package io.demarche.benchmarks.scaling;

import org.jspecify.annotations.NullMarked;
