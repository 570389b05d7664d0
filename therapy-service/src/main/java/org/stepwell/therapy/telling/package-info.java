/** What patients tell of themselves: on their phone, or to staff who are with them and write it down. */
@NullMarked
package org.stepwell.therapy.telling;

import org.jspecify.annotations.NullMarked;
