/** Requests of all sorts made from a document, and whether their answers are as it says. */
@NullMarked
package io.demarche.contract.fuzz;

import org.jspecify.annotations.NullMarked;
