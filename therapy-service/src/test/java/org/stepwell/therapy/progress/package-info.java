@NullMarked
package org.stepwell.therapy.progress;

import org.jspecify.annotations.NullMarked;
