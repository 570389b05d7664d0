/** What comes next after discharge: a meeting on a day, therapy, housing; proposed, then accepted by whom it takes. */
@NullMarked
package org.stepwell.aftercare.nextstep;

import org.jspecify.annotations.NullMarked;
