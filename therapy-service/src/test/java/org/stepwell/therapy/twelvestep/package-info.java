@NullMarked
package org.stepwell.therapy.twelvestep;

import org.jspecify.annotations.NullMarked;
