/** What aftercare tells the others. */
@NullMarked
package org.stepwell.contracts.aftercare;

import org.jspecify.annotations.NullMarked;
