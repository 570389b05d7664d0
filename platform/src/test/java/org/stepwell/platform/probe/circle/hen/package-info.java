/** One half of a circle. */
@NullMarked
package org.stepwell.platform.probe.circle.hen;

import org.jspecify.annotations.NullMarked;
