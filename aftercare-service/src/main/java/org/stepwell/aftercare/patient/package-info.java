/** What enrollment tells about patients and their episodes, as far as aftercare needs it. */
@NullMarked
package org.stepwell.aftercare.patient;

import org.jspecify.annotations.NullMarked;
