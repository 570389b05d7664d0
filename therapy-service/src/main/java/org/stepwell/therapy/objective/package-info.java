/** What a patient works on: which objectives there are, in which versions of the plan they stand, and what they are called. */
@NullMarked
package org.stepwell.therapy.objective;

import org.jspecify.annotations.NullMarked;
