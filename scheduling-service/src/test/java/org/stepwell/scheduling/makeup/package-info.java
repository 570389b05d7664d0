@NullMarked
package org.stepwell.scheduling.makeup;

import org.jspecify.annotations.NullMarked;
