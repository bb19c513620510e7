/** Where a service finds its database before it starts. */
@NullMarked
package io.demarche.platform.database;

import org.jspecify.annotations.NullMarked;
