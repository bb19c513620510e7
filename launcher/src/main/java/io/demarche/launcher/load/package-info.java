/** {@code ./demarche load}: sends files of articles. */
@NullMarked
package io.demarche.launcher.load;

import org.jspecify.annotations.NullMarked;
