/** Service-to-service identity: short-lived tokens, each for one callee, signed with one shared secret. */
@NullMarked
package io.demarche.platform.identity;

import org.jspecify.annotations.NullMarked;
