/** What a patient leaves with: a discharge summary, begun as the end is in sight, written, signed, and told in codes. */
@NullMarked
package org.stepwell.therapy.handoff;

import org.jspecify.annotations.NullMarked;
