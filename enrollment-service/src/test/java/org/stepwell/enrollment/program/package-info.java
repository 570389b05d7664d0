/** What a clinic offers: programs, their tracks, and what a week must be. */
@NullMarked
package org.stepwell.enrollment.program;

import org.jspecify.annotations.NullMarked;
