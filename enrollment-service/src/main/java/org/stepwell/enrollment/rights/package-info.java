/** What patients may ask of us about their record, and the clocks the law sets for an answer. */
@NullMarked
package org.stepwell.enrollment.rights;

import org.jspecify.annotations.NullMarked;
