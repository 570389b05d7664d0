@NullMarked
package org.stepwell.therapy.career;

import org.jspecify.annotations.NullMarked;
