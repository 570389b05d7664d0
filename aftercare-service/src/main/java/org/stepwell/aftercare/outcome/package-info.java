/** What became of those who left: follow-up, abstinence, work, mutual help and readmission, with all denominators. */
@NullMarked
package org.stepwell.aftercare.outcome;

import org.jspecify.annotations.NullMarked;
