/** The houses and offices that send people to the clinic. */
@NullMarked
package org.stepwell.enrollment.partner;

import org.jspecify.annotations.NullMarked;
