/** What a document breaks for clients of an earlier one. */
@NullMarked
package io.demarche.contract.comparison;

import org.jspecify.annotations.NullMarked;
