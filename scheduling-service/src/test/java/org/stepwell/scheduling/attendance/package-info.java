/** Who was there, for how many minutes; a correction is a new version beside the old one. */
@NullMarked
package org.stepwell.scheduling.attendance;

import org.jspecify.annotations.NullMarked;
