@NullMarked
package org.stepwell.therapy.safety;

import org.jspecify.annotations.NullMarked;
