/** OpenAPI documents as they are committed, with references followed and schemas checked. */
@NullMarked
package io.demarche.contract.document;

import org.jspecify.annotations.NullMarked;
