/** Hears who may come in; {@code access} keeps it, and asks it at every request. */
@NullMarked
package org.stepwell.platform.account;

import org.jspecify.annotations.NullMarked;
