/** The stance engine as this service runs it, and analyses on the spot. */
@NullMarked
package io.demarche.analysis.analyse;

import org.jspecify.annotations.NullMarked;
