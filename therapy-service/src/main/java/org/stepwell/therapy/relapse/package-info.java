/** A patient's own plan for not going back to using: theirs to read and to change, in treatment and after it. */
@NullMarked
package org.stepwell.therapy.relapse;

import org.jspecify.annotations.NullMarked;
