/** Tests of what leaves for a patient. */
@NullMarked
package org.stepwell.platform.message;

import org.jspecify.annotations.NullMarked;
