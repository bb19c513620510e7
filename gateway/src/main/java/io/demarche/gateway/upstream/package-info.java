/** How the services behind the gateway are called: in bounded time, behind a circuit breaker, with every failure told as a problem. */
@NullMarked
package io.demarche.gateway.upstream;

import org.jspecify.annotations.NullMarked;
