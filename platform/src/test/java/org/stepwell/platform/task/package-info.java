@NullMarked
package org.stepwell.platform.task;

import org.jspecify.annotations.NullMarked;
