/** The only door: the public API and the web page. Owns nothing; each feature asks the service that does. */
@NullMarked
package io.demarche.gateway;

import org.jspecify.annotations.NullMarked;
