/** Makes, lists and revokes API keys. */
@NullMarked
package io.demarche.launcher.key;

import org.jspecify.annotations.NullMarked;
