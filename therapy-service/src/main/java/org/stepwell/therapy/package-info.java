/** The therapy service: notes, measures, progress. */
@NullMarked
package org.stepwell.therapy;

import org.jspecify.annotations.NullMarked;
