/** Tests of the letters to receivers. */
@NullMarked
package org.stepwell.aftercare.letter;

import org.jspecify.annotations.NullMarked;
