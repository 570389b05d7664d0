/** How far a patient came toward each of the eight goals, and what moved them. */
@NullMarked
package org.stepwell.therapy.goal;

import org.jspecify.annotations.NullMarked;
