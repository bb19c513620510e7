/** Internal: reads the data files. */
@NullMarked
package io.demarche.engine.data;

import org.jspecify.annotations.NullMarked;
