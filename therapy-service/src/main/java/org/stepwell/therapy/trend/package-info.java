/** How a patient's questionnaires move over an episode, whichever service took them, and whether that is as one may expect. */
@NullMarked
package org.stepwell.therapy.trend;

import org.jspecify.annotations.NullMarked;
