@NullMarked
package org.stepwell.enrollment.coverage;

import org.jspecify.annotations.NullMarked;
