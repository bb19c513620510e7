/**
 * The stance engine's public face: {@link io.demarche.engine.StanceEngine} and the records that go in and come out.
 *
 * <p>Every offset in this package counts Unicode code points of the analysed text, start inclusive, end exclusive.
 */
@NullMarked
package io.demarche.engine;

import org.jspecify.annotations.NullMarked;
