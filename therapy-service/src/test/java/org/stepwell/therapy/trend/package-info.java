@NullMarked
package org.stepwell.therapy.trend;

import org.jspecify.annotations.NullMarked;
