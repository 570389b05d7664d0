/** The aftercare service: what follows discharge. */
@NullMarked
package org.stepwell.aftercare;

import org.jspecify.annotations.NullMarked;
