@NullMarked
package org.stepwell.therapy.plan;

import org.jspecify.annotations.NullMarked;
