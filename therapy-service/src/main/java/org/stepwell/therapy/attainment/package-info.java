/** Goal attainment scaling: how far a patient came on scales that were agreed with them. */
@NullMarked
package org.stepwell.therapy.attainment;

import org.jspecify.annotations.NullMarked;
