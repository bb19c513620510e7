/** Who may reach the gateway. */
@NullMarked
package io.demarche.gateway.access;

import org.jspecify.annotations.NullMarked;
