/** Keyset pages and their opaque cursors. */
@NullMarked
package io.demarche.platform.page;

import org.jspecify.annotations.NullMarked;
