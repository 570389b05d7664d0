/** The weekly check-in after discharge: its questions, what its answers mean, and what happens when it is missed. */
@NullMarked
package org.stepwell.aftercare.checkin;

import org.jspecify.annotations.NullMarked;
