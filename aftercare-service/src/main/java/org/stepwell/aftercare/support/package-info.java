/** Who supports a patient outside of the clinic, how they are reached, and what each of them may be told. */
@NullMarked
package org.stepwell.aftercare.support;

import org.jspecify.annotations.NullMarked;
