/** Subscriptions to feeds. */
@NullMarked
package io.demarche.gateway.feed;

import org.jspecify.annotations.NullMarked;
