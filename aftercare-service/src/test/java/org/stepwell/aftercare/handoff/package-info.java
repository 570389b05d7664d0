@NullMarked
package org.stepwell.aftercare.handoff;

import org.jspecify.annotations.NullMarked;
