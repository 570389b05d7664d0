/** The enrollment service: who is in, at which level of care, with what consent. */
@NullMarked
package org.stepwell.enrollment;

import org.jspecify.annotations.NullMarked;
