/** Questionnaires of a patient before and beside treatment: at intake there is no episode yet. */
@NullMarked
package org.stepwell.enrollment.measure;

import org.jspecify.annotations.NullMarked;
