@NullMarked
package org.stepwell.platform.access;

import org.jspecify.annotations.NullMarked;
