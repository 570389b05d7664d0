/** A record opened in a medical emergency, whom it was told to, and the privacy officer's review, 42 CFR 2.51. */
@NullMarked
package org.stepwell.enrollment.breakglass;

import org.jspecify.annotations.NullMarked;
