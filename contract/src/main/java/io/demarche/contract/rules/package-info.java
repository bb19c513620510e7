/** What the house demands of a document that clients are generated from. */
@NullMarked
package io.demarche.contract.rules;

import org.jspecify.annotations.NullMarked;
