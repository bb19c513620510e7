/** Getting pages off the internet without being led anywhere else. */
@NullMarked
package io.demarche.ingest.fetch;

import org.jspecify.annotations.NullMarked;
