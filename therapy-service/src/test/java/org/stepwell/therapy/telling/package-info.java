@NullMarked
package org.stepwell.therapy.telling;

import org.jspecify.annotations.NullMarked;
