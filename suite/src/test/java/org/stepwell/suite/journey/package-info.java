/** Plays patients through ninety days and aftercare, over the public APIs. */
@NullMarked
package org.stepwell.suite.journey;

import org.jspecify.annotations.NullMarked;
