@NullMarked
package org.stepwell.platform.edge;

import org.jspecify.annotations.NullMarked;
