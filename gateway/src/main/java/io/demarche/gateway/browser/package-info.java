/** What the browser is told about the page and the API's documentation. */
@NullMarked
package io.demarche.gateway.browser;

import org.jspecify.annotations.NullMarked;
