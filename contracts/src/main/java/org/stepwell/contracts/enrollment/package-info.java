/** What enrollment tells the others. */
@NullMarked
package org.stepwell.contracts.enrollment;

import org.jspecify.annotations.NullMarked;
