/** The learned step: how likely each stance between two spans of a sentence is, by an encoder or by a linear model. */
@NullMarked
package io.demarche.engine.classifier;

import org.jspecify.annotations.NullMarked;
