@NullMarked
package org.stepwell.enrollment.patient;

import org.jspecify.annotations.NullMarked;
