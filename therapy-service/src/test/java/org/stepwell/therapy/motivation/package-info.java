@NullMarked
package org.stepwell.therapy.motivation;

import org.jspecify.annotations.NullMarked;
