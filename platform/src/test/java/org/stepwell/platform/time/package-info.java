/** What falls due, and who looks whether it is done. */
@NullMarked
package org.stepwell.platform.time;

import org.jspecify.annotations.NullMarked;
