/** The analysis service: owns stances, leases articles and analyses them. */
@NullMarked
package io.demarche.analysis;

import org.jspecify.annotations.NullMarked;
