/** The scheduling service: when, where, with whom, and who was there. */
@NullMarked
package org.stepwell.scheduling;

import org.jspecify.annotations.NullMarked;
