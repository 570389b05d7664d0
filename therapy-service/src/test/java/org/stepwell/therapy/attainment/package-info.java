@NullMarked
package org.stepwell.therapy.attainment;

import org.jspecify.annotations.NullMarked;
