@NullMarked
package org.stepwell.therapy.handoff;

import org.jspecify.annotations.NullMarked;
