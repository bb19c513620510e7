/**
 * A native executable is made of what classes look like after their initialisation, and of nothing that was not announced.
 * Its builder is slow and not everywhere at hand: here a JVM finds what it would refuse, and what the executable would miss.
 */
@NullMarked
package io.demarche.nativechecks;

import org.jspecify.annotations.NullMarked;
