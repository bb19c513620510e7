/** Gets the article out of what was sent: a page's HTML or pasted text, without the debris around it. */
@NullMarked
package io.demarche.ingest.extraction;

import org.jspecify.annotations.NullMarked;
