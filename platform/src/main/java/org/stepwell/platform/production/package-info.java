/** What keeps a service from starting in production with what is good enough for a trial. */
@NullMarked
package org.stepwell.platform.production;

import org.jspecify.annotations.NullMarked;
