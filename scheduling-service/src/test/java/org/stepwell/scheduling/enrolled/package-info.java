/** What enrollment says, and what follows for seats and places. */
@NullMarked
package org.stepwell.scheduling.enrolled;

import org.jspecify.annotations.NullMarked;
