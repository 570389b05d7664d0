/** What patients ask of us about their record. */
@NullMarked
package org.stepwell.enrollment.rights;

import org.jspecify.annotations.NullMarked;
