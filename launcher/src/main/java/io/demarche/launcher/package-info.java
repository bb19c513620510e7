/** The part of {@code ./demarche} that is written in Java. */
@NullMarked
package io.demarche.launcher;

import org.jspecify.annotations.NullMarked;
