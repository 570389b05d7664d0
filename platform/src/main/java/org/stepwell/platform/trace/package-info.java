/** One trace over request, outbox, consumer and what falls due. */
@NullMarked
package org.stepwell.platform.trace;

import org.jspecify.annotations.NullMarked;
