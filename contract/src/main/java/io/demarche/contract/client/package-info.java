/** REST client interfaces and their records, held to the document of the service that they call. */
@NullMarked
package io.demarche.contract.client;

import org.jspecify.annotations.NullMarked;
