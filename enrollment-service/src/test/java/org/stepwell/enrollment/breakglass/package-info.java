@NullMarked
package org.stepwell.enrollment.breakglass;

import org.jspecify.annotations.NullMarked;
