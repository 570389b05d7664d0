/** The event way, tried from inside. */
@NullMarked
package org.stepwell.platform.event;

import org.jspecify.annotations.NullMarked;
