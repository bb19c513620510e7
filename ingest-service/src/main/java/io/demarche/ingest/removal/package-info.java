/** Takes articles away, on demand and by age, and sees to it that what was made of them goes too. */
@NullMarked
package io.demarche.ingest.removal;

import org.jspecify.annotations.NullMarked;
