/** Links that open one thing to whoever holds them, for those who can not sign in: a calendar, a letter's reader. */
@NullMarked
package org.stepwell.platform.link;

import org.jspecify.annotations.NullMarked;
