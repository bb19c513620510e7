/** What every feature of this service needs of its database. */
@NullMarked
package io.demarche.ingest.storage;

import org.jspecify.annotations.NullMarked;
