@NullMarked
package org.stepwell.therapy.measuredue;

import org.jspecify.annotations.NullMarked;
