/** What is written down about a session: once for the group, and once for each patient who was there. */
@NullMarked
package org.stepwell.therapy.note;

import org.jspecify.annotations.NullMarked;
