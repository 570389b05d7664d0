/**
 * Next steps that are sent to whoever is to receive the patient: by a link that shows nothing until the patient's consent was asked
 * again, and on paper.
 */
@NullMarked
package org.stepwell.aftercare.letter;

import org.jspecify.annotations.NullMarked;
