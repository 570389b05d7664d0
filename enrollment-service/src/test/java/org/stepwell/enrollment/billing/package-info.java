@NullMarked
package org.stepwell.enrollment.billing;

import org.jspecify.annotations.NullMarked;
