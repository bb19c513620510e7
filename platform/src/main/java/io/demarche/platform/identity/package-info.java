/** Service-to-service identity: one shared token. */
@NullMarked
package io.demarche.platform.identity;

import org.jspecify.annotations.NullMarked;
