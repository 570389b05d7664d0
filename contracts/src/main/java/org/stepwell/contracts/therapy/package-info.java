/** What therapy tells the others. */
@NullMarked
package org.stepwell.contracts.therapy;

import org.jspecify.annotations.NullMarked;
