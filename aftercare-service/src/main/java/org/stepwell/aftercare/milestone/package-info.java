/** The days since a date that a patient chose, what was reached before a new beginning, and a note on the days that are worth one. */
@NullMarked
package org.stepwell.aftercare.milestone;

import org.jspecify.annotations.NullMarked;
