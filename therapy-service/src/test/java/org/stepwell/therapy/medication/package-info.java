@NullMarked
package org.stepwell.therapy.medication;

import org.jspecify.annotations.NullMarked;
