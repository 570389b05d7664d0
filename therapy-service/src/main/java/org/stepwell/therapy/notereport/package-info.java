/** Lists of notes for those who answer for them: what is owed, what is late, and what was signed with a reason. */
@NullMarked
package org.stepwell.therapy.notereport;

import org.jspecify.annotations.NullMarked;
