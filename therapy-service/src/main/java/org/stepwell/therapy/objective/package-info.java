/** What a patient works on: which objectives there are, in which versions of the plan they stand, and how notes rate them. */
@NullMarked
package org.stepwell.therapy.objective;

import org.jspecify.annotations.NullMarked;
