/** How a row of plain SQL is read into our ids and times. */
@NullMarked
package org.stepwell.scheduling.columns;

import org.jspecify.annotations.NullMarked;
