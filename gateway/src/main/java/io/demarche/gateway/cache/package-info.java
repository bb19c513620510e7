/** Answers to reads, kept for a moment, and shown again, marked, while the service behind them fails. */
@NullMarked
package io.demarche.gateway.cache;

import org.jspecify.annotations.NullMarked;
