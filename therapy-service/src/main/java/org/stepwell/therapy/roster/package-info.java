/** What the other services say of patients, episodes, staff, sessions and attendance, kept as therapy needs it. */
@NullMarked
package org.stepwell.therapy.roster;

import org.jspecify.annotations.NullMarked;
