/** What is written so that only the clinic can read it. */
@NullMarked
package org.stepwell.platform.seal;

import org.jspecify.annotations.NullMarked;
