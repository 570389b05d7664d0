@NullMarked
package org.stepwell.platform.production;

import org.jspecify.annotations.NullMarked;
