/** With what therapy handed a patient over: what its signed discharge summary says in codes, beside the plan of aftercare. */
@NullMarked
package org.stepwell.aftercare.handoff;

import org.jspecify.annotations.NullMarked;
