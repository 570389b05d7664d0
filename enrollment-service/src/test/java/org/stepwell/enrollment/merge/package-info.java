/** Two records of one person. */
@NullMarked
package org.stepwell.enrollment.merge;

import org.jspecify.annotations.NullMarked;
