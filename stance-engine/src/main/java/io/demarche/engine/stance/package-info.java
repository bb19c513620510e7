/** Internal: from cues and mentions to stances. */
@NullMarked
package io.demarche.engine.stance;

import org.jspecify.annotations.NullMarked;
