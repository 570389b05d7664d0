@NullMarked
package org.stepwell.scheduling.availability;

import org.jspecify.annotations.NullMarked;
