/** How far an episode has come, and whether the patient is ready for less. */
@NullMarked
package org.stepwell.therapy.progress;

import org.jspecify.annotations.NullMarked;
