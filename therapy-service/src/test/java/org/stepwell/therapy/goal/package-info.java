@NullMarked
package org.stepwell.therapy.goal;

import org.jspecify.annotations.NullMarked;
