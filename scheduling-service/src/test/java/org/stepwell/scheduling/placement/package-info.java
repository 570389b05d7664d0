/** Finds seats for whoever is admitted, and gives them back when they leave. */
@NullMarked
package org.stepwell.scheduling.placement;

import org.jspecify.annotations.NullMarked;
