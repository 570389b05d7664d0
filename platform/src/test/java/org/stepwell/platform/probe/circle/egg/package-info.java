/** One half of a circle. */
@NullMarked
package org.stepwell.platform.probe.circle.egg;

import org.jspecify.annotations.NullMarked;
