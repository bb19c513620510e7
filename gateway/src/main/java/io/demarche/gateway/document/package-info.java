/** What the OpenAPI document says of all operations alike; each resource says only what is its own. */
@NullMarked
package io.demarche.gateway.document;

import org.jspecify.annotations.NullMarked;
