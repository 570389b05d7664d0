/** What leaves for a patient by mail or as a text message: only by a way that is safe for them, and only what may be said. */
@NullMarked
package org.stepwell.platform.message;

import org.jspecify.annotations.NullMarked;
