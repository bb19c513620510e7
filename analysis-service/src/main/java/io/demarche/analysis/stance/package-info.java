/** Stances that are stored: what is written of an article, and how it is found again. */
@NullMarked
package io.demarche.analysis.stance;

import org.jspecify.annotations.NullMarked;
