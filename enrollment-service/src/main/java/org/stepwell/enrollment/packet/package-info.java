/** What a patient signs when they come in, and what is still missing. */
@NullMarked
package org.stepwell.enrollment.packet;

import org.jspecify.annotations.NullMarked;
