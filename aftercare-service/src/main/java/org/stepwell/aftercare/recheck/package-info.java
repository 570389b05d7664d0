/** Quarterly recovery management checkups for two years, and the way back into treatment for whoever needs it. */
@NullMarked
package org.stepwell.aftercare.recheck;

import org.jspecify.annotations.NullMarked;
