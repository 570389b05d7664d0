/** Which questionnaires are to be answered when, by whom, and which of them nobody has answered yet. */
@NullMarked
package org.stepwell.therapy.measuredue;

import org.jspecify.annotations.NullMarked;
