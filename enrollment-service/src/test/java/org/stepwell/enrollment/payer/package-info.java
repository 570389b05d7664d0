@NullMarked
package org.stepwell.enrollment.payer;

import org.jspecify.annotations.NullMarked;
