/** Papers in a chart. */
@NullMarked
package org.stepwell.enrollment.document;

import org.jspecify.annotations.NullMarked;
