/** That nothing is done unseen, and that what was seen can not be quietly changed. */
@NullUnmarked
package org.stepwell.platform.audit;

import org.jspecify.annotations.NullUnmarked;
